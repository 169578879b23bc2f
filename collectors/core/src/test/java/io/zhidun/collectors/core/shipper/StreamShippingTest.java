package io.zhidun.collectors.core.shipper;

import static io.zhidun.collectors.core.shipper.ShipperScene.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.core.Destination;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.StreamOutlet;
import io.zhidun.events.RecordHeaders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamShippingTest {
  @TempDir private Path state;
  private ShipperScene scene;
  private StreamOutlet outlet;

  @BeforeEach
  void begin() throws IOException {
    scene = new ShipperScene(state).work();
    outlet = scene.stream();
  }

  @Test
  void shipsStraightWhileKafkaAnswers() {
    offer(outlet, "a");
    offer(outlet, "b");
    scene.kafka.acknowledge();
    scene.work();
    assertThat(scene.kafka.values()).containsExactly("a", "b");
    assertThat(FakeKafka.header(scene.kafka.log.get(0), RecordHeaders.PEER)).isEqualTo("::1");
    assertThat(spooled()).isZero();
  }

  @Test
  void spoolsWhatIsUnderWayWhenKafkaFallsSilent() {
    offer(outlet, "a");
    scene.pass(Duration.ofSeconds(3));
    assertThat(spooled()).isPositive();
    offer(outlet, "b");
    scene.kafka.acknowledge();
    scene.work();
    scene.kafka.acknowledge();
    scene.work();
    assertThat(scene.kafka.values()).as("nothing twice").containsExactly("a", "b");
    assertThat(spooled()).isZero();
  }

  @Test
  void drainsInOrderWhenKafkaComesBack() throws IOException {
    scene.kafka.away(true);
    outlet = scene.kill().stream();
    for (int i = 0; i < 20; i++) {
      assertThat(offer(outlet, "r" + i)).isTrue();
    }
    scene.kafka.away(false);
    for (int i = 0; i < 20; i++) {
      scene.work();
      scene.kafka.acknowledge();
    }
    offer(outlet, "r20");
    scene.kafka.acknowledge();
    assertThat(scene.kafka.values())
        .containsExactlyElementsOf(IntStream.range(0, 21).mapToObj(i -> "r" + i).toList());
    scene.work();
    assertThat(spooled()).isZero();
  }

  @Test
  void survivesBeingKilledWhileKafkaIsAway() throws IOException {
    offer(outlet, "a");
    scene.pass(Duration.ofSeconds(3));
    offer(outlet, "b");
    scene.kafka.writeUnheard();
    outlet = scene.kill().stream();
    offer(outlet, "c");
    for (int i = 0; i < 3; i++) {
      scene.work();
      scene.kafka.acknowledge();
    }
    assertThat(scene.kafka.values()).containsExactly("a", "b", "c");
    assertThat(scene.kafka.sequences()).containsExactly("0", "1", "0");
    List<Long> epochs =
        scene.kafka.log.stream()
            .map(record -> Long.parseLong(FakeKafka.header(record, RecordHeaders.EPOCH)))
            .toList();
    assertThat(epochs.get(2)).as("a restart begins an epoch").isGreaterThan(epochs.get(0));
  }

  @Test
  void refusesWhenTheSpoolIsFullAndLeavesNoHole() throws IOException {
    scene.kafka.away(true);
    outlet = scene.kill().stream();
    int taken = 0;
    while (offer(outlet, "record " + taken)) {
      taken++;
    }
    assertThat(taken).isBetween(50, 110);
    scene.kafka.away(false);
    for (int i = 0; i < taken; i++) {
      scene.work();
      scene.kafka.acknowledge();
    }
    assertThat(offer(outlet, "after")).isTrue();
    scene.kafka.acknowledge();
    assertThat(scene.kafka.sequences()).hasSize(taken + 1).endsWith(String.valueOf(taken));
    assertThat(outlet.counters().in()).isEqualTo(taken + 1L);
  }

  @Test
  void sendsAgainWhatADeadProducerHeld() {
    offer(outlet, "a");
    offer(outlet, "b");
    scene.kafka.acknowledgeOne();
    scene.kafka.fail(new ClusterAuthorizationException("no"));
    offer(outlet, "c");
    for (int i = 0; i < 3; i++) {
      scene.work();
      scene.kafka.acknowledge();
    }
    assertThat(scene.kafka.values()).containsExactly("a", "b", "c");
  }

  @Test
  void keepsWhatIsUnderWayWhenItEndsInOrder() throws IOException {
    offer(outlet, "a");
    outlet = scene.restart().stream();
    offer(outlet, "b");
    for (int i = 0; i < 3; i++) {
      scene.work();
      scene.kafka.acknowledge();
    }
    assertThat(scene.kafka.values()).contains("a").endsWith("b").doesNotHaveDuplicates();
  }

  @Test
  void whatKafkaOrTheSpoolHasIsKept() throws IOException {
    offer(outlet, "a");
    assertThat(outlet.next()).isEqualTo(1);
    assertThat(outlet.kept()).as("in memory alone").isZero();
    scene.kafka.acknowledge();
    assertThat(outlet.kept()).isEqualTo(1);
    offer(outlet, "b");
    scene.pass(Duration.ofSeconds(3));
    assertThat(outlet.kept()).as("spooled after Kafka fell silent").isEqualTo(2);
    offer(outlet, "c");
    assertThat(outlet.kept()).as("not forced to the disk yet").isEqualTo(2);
    scene.work();
    assertThat(outlet.kept()).isEqualTo(3);
    outlet = scene.kill().stream();
    assertThat(outlet.kept()).as("numbers begin anew").isZero();
  }

  @Test
  void aSourceMayGoToATopicOfItsOwnAndSaySo() {
    Destination rejected = new Destination("zhidun.rejected.v1", Map.of("reason", "too_long"));
    StreamOutlet other =
        scene.shipper.stream(new Source("other", "filing", ZoneId.of("UTC"), rejected));
    scene.work();
    offer(other, "x");
    scene.kafka.acknowledge();
    assertThat(scene.kafka.log.get(0).topic()).isEqualTo("zhidun.rejected.v1");
    assertThat(FakeKafka.header(scene.kafka.log.get(0), "reason")).isEqualTo("too_long");
  }

  private long spooled() {
    return scene.shipper.figures().get(0).spooledBytes();
  }
}
