package io.zhidun.events.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final long NOON = 1_795_780_800_000L;

  private final SampleWriter writer = new SampleWriter();
  private final SampleReader reader = new SampleReader();

  @Test
  void theIdFollowsFromNameAndLabelsInAnyOrder() {
    Series one = series("up", "job", "node", "instance", "[::1]:9100");
    Series other = series("up", "instance", "[::1]:9100", "job", "node");

    assertThat(one.id()).isEqualTo(other.id());
    assertThat(one.id()).hasToString("f6428c19e0bbebba13a70d0094d0b68a");
    assertThat(one.id()).isNotEqualTo(series("up", "job", "nodeinstance", "x", "[::1]:9100").id());
    assertThat(one).hasToString("up{instance=\"[::1]:9100\",job=\"node\"}");
  }

  @Test
  void everySampleComesBackWithTheBitsOfItsValue() throws Exception {
    Series cpu = Series.of("cpu_seconds_total", labels("mode", "空闲"), MetricKind.COUNTER);
    Series up = series("up", "job", "node");
    double otherNan = Double.longBitsToDouble(0x7ff8000000000123L);

    writer.add(cpu, NOON, 1.5);
    writer.add(cpu, NOON - 15_000, Double.NEGATIVE_INFINITY);
    writer.add(up, NOON + 1, Values.STALE);
    writer.add(cpu, 0, otherNan);
    writer.add(cpu, MetricLimits.LATEST_MILLIS, -0.0);

    assertThat(samples(writer.finish()))
        .containsExactly(
            line(cpu, NOON, 1.5),
            line(cpu, NOON - 15_000, Double.NEGATIVE_INFINITY),
            line(up, NOON + 1, Values.STALE),
            line(cpu, 0, otherNan),
            line(cpu, MetricLimits.LATEST_MILLIS, -0.0));
  }

  /** What is kept in Kafka for days must be read by every later version. */
  @Test
  void aStoredRecordOfVersion1IsRead() throws Exception {
    byte[] stored =
        HexFormat.of()
            .parseHex(
                "0103027570036a6f62046e6f646501971b54561724f8852646013f90a7fb6302"
                    + "000101020180b883cec3683ff0000000000000");

    reader.begin(stored);

    assertThat(reader.nextSeries()).isTrue();
    assertThat(reader.series()).isEqualTo(Series.of("up", labels("job", "node"), MetricKind.GAUGE));
    assertThat(reader.nextSample()).isTrue();
    assertThat(reader.timeMillis()).isEqualTo(NOON);
    assertThat(reader.value()).isEqualTo(1);
    assertThat(reader.nextSample()).isFalse();
    assertThat(reader.nextSeries()).isFalse();
  }

  @Test
  void aFullRecordSaysSoAndNothingIsLost() throws Exception {
    Random random = new Random(6);
    List<String> added = new ArrayList<>();
    List<String> found = new ArrayList<>();
    int records = 0;
    for (int i = 0; i < 25_000; i++) {
      String value = "x".repeat(1 + random.nextInt(i % 100 == 0 ? 4_000 : 40)) + i;
      Series series = series("m" + i % 7, "instance", value);
      if (!writer.add(series, NOON + i, i)) {
        found.addAll(samples(writer.finish()));
        records++;
        assertThat(writer.add(series, NOON + i, i)).isTrue();
      }
      added.add(line(series, NOON + i, i));
    }
    found.addAll(samples(writer.finish()));

    assertThat(found).isEqualTo(added);
    assertThat(records).isGreaterThan(2);
  }

  @Test
  void aSeriesKeepsTheLimits() {
    assertThatThrownBy(() -> series("up", "a", "x".repeat(1 << 20)))
        .hasMessage("the value of label a may have 4096 bytes, had 1048576");
    assertThatThrownBy(() -> series("up", "a", "知".repeat(1_366)))
        .hasMessage("the value of label a may have 4096 bytes, had 4098");
    assertThatThrownBy(() -> series("u".repeat(257), "a", "b"))
        .hasMessage("the metric name may have 256 bytes, had 257");
    assertThatThrownBy(() -> series("up", "a", ""))
        .hasMessage("the value of label a must not be empty");
    assertThatThrownBy(() -> series("up", "a", "1", "a", "2"))
        .hasMessage("the label a stands twice");
    assertThatThrownBy(() -> series("up", "__name__", "1"))
        .hasMessageContaining("among its labels");
    String[] many = new String[130];
    for (int i = 0; i < many.length; i++) {
      many[i] = "l" + i;
    }
    assertThatThrownBy(() -> series("up", many)).hasMessage("a series may have 64 labels, had 65");
    String[] long5 = new String[10];
    for (int i = 0; i < long5.length; i++) {
      long5[i] = i % 2 == 0 ? "l" + i : "x".repeat(4_096);
    }
    assertThatThrownBy(() -> series("up", long5))
        .hasMessage("name and labels may have 16384 bytes, had 20492");
  }

  @Test
  void bytesThatAreNoRecordAreRefusedAndNeverMore() throws Exception {
    Random random = new Random(20261127);
    writer.add(series("up", "job", "node"), NOON, 1);
    writer.add(series("up", "job", "nginx"), NOON, 0);
    byte[] sound = writer.finish();
    for (int end = 0; end < sound.length; end++) {
      byte[] cut = Arrays.copyOf(sound, end);
      assertThatThrownBy(() -> samples(cut)).isInstanceOf(MalformedSamplesException.class);
    }
    byte[] longer = Arrays.copyOf(sound, sound.length + 1);
    assertThatThrownBy(() -> samples(longer)).hasMessageContaining("1 bytes stand behind");
    for (int round = 0; round < 20_000; round++) {
      byte[] broken = sound.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      try {
        samples(broken);
      } catch (MalformedSamplesException e) {
        assertThat(e).hasMessageContaining("no record of samples");
      }
    }
  }

  private List<String> samples(byte[] bytes) throws MalformedSamplesException {
    List<String> lines = new ArrayList<>();
    reader.begin(bytes);
    while (reader.nextSeries()) {
      Series series = reader.series();
      while (reader.nextSample()) {
        lines.add(line(series, reader.timeMillis(), reader.value()));
      }
    }
    return lines;
  }

  private static String line(Series series, long time, double value) {
    return "%s %s %s %d %x"
        .formatted(series.id(), series, series.kind(), time, Double.doubleToRawLongBits(value));
  }

  private static Series series(String name, String... labels) {
    return Series.of(name, labels(labels), MetricKind.UNKNOWN);
  }

  private static List<Label> labels(String... texts) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      labels.add(new Label(texts[i], texts[i + 1]));
    }
    return labels;
  }
}
