package io.zhidun.stream.filings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RawRecord;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State of today's form is read by tomorrow's program: these bytes are never changed. */
class StoredFormsTest {
  @Test
  void aSightingOfVersionOne() throws IOException {
    Sighting value = new Sighting(5, "a/b", 7, "xy".getBytes(UTF_8));
    String stored =
        "01"
            + "0000000000000005"
            + "00000003"
            + "612f62"
            + "0000000000000007"
            + "00000002"
            + "7879";
    assertThat(hex(new Sighting.Serializer(), value)).isEqualTo(stored);
    assertThat(read(new Sighting.Serializer(), stored)).isEqualTo(value);
  }

  @Test
  void aLoggedDigestOfVersionOne() throws IOException {
    LoggedDigest value = new LoggedDigest(5, "xy".getBytes(UTF_8));
    String stored = "01" + "0000000000000005" + "00000002" + "7879";
    assertThat(hex(new LoggedDigest.Serializer(), value)).isEqualTo(stored);
    LoggedDigest again = read(new LoggedDigest.Serializer(), stored);
    assertThat(again.timeMicros()).isEqualTo(5);
    assertThat(again.digest()).isEqualTo(value.digest());
  }

  @Test
  void thePlaceOfASourceOfVersionOne() throws IOException {
    SourcePlace value = new SourcePlace("s", 2, 9);
    value.told(4_000);
    String stored = "01000000017300000000000000020000000000000009" + "0000000000000004";
    assertThat(hex(new SourcePlace.Serializer(), value)).isEqualTo(stored);
    SourcePlace again = read(new SourcePlace.Serializer(), stored);
    assertThat(again.newestMillis()).isEqualTo(4);
    assertThat(again.goTo(raw(9))).as("read before").isFalse();
    assertThat(again.goTo(raw(10))).isTrue();
  }

  private static RawRecord raw(long sequence) {
    return new RawRecord("d", "c", "s", 2, sequence, 0, null, "UTC", new byte[0]);
  }

  private static <T> String hex(RecordSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return HexFormat.of().formatHex(out.getCopyOfBuffer());
  }

  private static <T> T read(RecordSerializer<T> serializer, String hex) throws IOException {
    return serializer.deserialize(new DataInputDeserializer(HexFormat.of().parseHex(hex)));
  }
}
