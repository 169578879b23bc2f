package io.zhidun.collectors.core.shipper;

import static io.zhidun.collectors.core.shipper.ShipperScene.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.collectors.core.Checkpoint;
import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.ReplayOutlet;
import io.zhidun.events.RecordHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayShippingTest {
  @TempDir private Path state;
  private ShipperScene scene;
  private ReplayOutlet outlet;

  @BeforeEach
  void begin() throws IOException {
    scene = new ShipperScene(state).work();
    outlet = scene.replay();
  }

  @Test
  void stampsARecordWithAllHeaders() {
    assertThat(offer(outlet, 0)).isTrue();
    scene.kafka.acknowledge();
    ProducerRecord<byte[], byte[]> record = scene.kafka.log.get(0);
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("web");
    assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("line 0");
    assertThat(FakeKafka.header(record, RecordHeaders.DATASET)).isEqualTo("nginx-access");
    assertThat(FakeKafka.header(record, RecordHeaders.COLLECTOR)).isEqualTo("agent-1");
    assertThat(FakeKafka.header(record, RecordHeaders.SOURCE)).isEqualTo("web");
    assertThat(FakeKafka.header(record, RecordHeaders.EPOCH)).isEqualTo("1795334400");
    assertThat(FakeKafka.header(record, RecordHeaders.SEQUENCE)).isEqualTo("0");
    assertThat(FakeKafka.header(record, RecordHeaders.RECEIVED)).isEqualTo("1000000");
    assertThat(FakeKafka.header(record, RecordHeaders.ZONE)).isEqualTo("Asia/Shanghai");
    assertThat(record.headers().lastHeader(RecordHeaders.PEER)).isNull();
  }

  @Test
  void takesNothingWhileKafkaIsAway() throws IOException {
    scene.kafka.away(true);
    scene.kill().work();
    assertThat(scene.replay().hasRoom()).isFalse();
    assertThat(offer(scene.replay(), 0)).isFalse();
    scene.kafka.away(false);
    scene.work();
    assertThat(offer(scene.replay(), 0)).isTrue();
  }

  @Test
  void boundsWhatIsUnderWay() {
    int taken = 0;
    while (offer(outlet, taken)) {
      taken++;
    }
    assertThat(taken).isBetween(2, 10);
    scene.kafka.acknowledge();
    assertThat(offer(outlet, taken)).isTrue();
  }

  @Test
  void refusesAHoleInTheNumbers() {
    assertThatThrownBy(() -> offer(outlet, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("record 1 was offered where 0 is next");
  }

  @Test
  void leavesOutWhatItTookBefore() {
    assertThat(offer(outlet, 0)).isTrue();
    assertThat(offer(outlet, 0)).isTrue();
    assertThat(scene.kafka.waiting()).isEqualTo(1);
    assertThat(outlet.counters().in()).isEqualTo(1);
  }

  @Test
  void resumesBehindTheLastAcknowledgedCheckpoint() throws IOException {
    offer(outlet, 0);
    outlet.checkpoint(1, "one");
    offer(outlet, 1);
    outlet.checkpoint(2, "two");
    scene.kafka.acknowledgeOne();
    scene.work();
    assertThat(scene.kill().replay().resume()).isEqualTo(new Checkpoint(1, "one"));
  }

  @Test
  void doesNotShipAgainWhatTheDeadAgentHadShipped() throws IOException {
    offer(outlet, 0);
    outlet.checkpoint(1, "one");
    scene.kafka.acknowledge();
    scene.work();
    offer(outlet, 1);
    offer(outlet, 2);
    scene.kafka.writeUnheard();
    ReplayOutlet again = scene.kill().replay();
    assertThat(offer(again, 1)).as("before Kafka was asked").isFalse();
    scene.work();
    assertThat(again.next()).isEqualTo(3);
    for (int i = 1; i < 5; i++) {
      assertThat(offer(again, i)).isTrue();
    }
    scene.kafka.acknowledge();
    assertThat(scene.kafka.sequences()).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void findsWhatWasShippedBeforeAnyPositionWasSaved() throws IOException {
    offer(outlet, 0);
    scene.kafka.writeUnheard();
    ReplayOutlet again = scene.kill().replay();
    scene.work();
    assertThat(again.resume()).isEqualTo(new Checkpoint(0, null));
    assertThat(again.next()).isEqualTo(1);
  }

  @Test
  void needsNotAskAfterAnOrderlyEnd() throws IOException {
    offer(outlet, 0);
    outlet.checkpoint(1, "one");
    scene.kafka.acknowledge();
    scene.restart();
    scene.kafka.log.clear();
    scene.work();
    assertThat(offer(scene.replay(), 1)).isTrue();
  }

  @Test
  void countsARecordThatKafkaNeverTakesAndGoesOn() {
    offer(outlet, 0);
    offer(outlet, 1);
    scene.kafka.fail(new RecordTooLargeException("too large"));
    scene.kafka.acknowledge();
    assertThat(outlet.counters().rejectedFor(RejectReason.REFUSED_BY_KAFKA)).isEqualTo(1);
    assertThat(outlet.counters().out()).isEqualTo(1);
    assertThat(outlet.next()).isEqualTo(2);
  }

  @Test
  void beginsAnewBehindTheAcknowledgedWhenTheProducerFails() {
    offer(outlet, 0);
    offer(outlet, 1);
    outlet.checkpoint(1, "one");
    scene.kafka.acknowledgeOne();
    scene.kafka.fail(new ClusterAuthorizationException("no"));
    assertThat(outlet.hasRoom()).isFalse();
    scene.work();
    assertThatThrownBy(() -> offer(outlet, 2)).isInstanceOf(IllegalStateException.class);
    assertThat(outlet.resume()).isEqualTo(new Checkpoint(1, "one"));
    assertThat(offer(outlet, 1)).isTrue();
  }

  @Test
  void setsAnUnreadableStateAside() throws IOException {
    scene.work();
    Path file = state.resolve("sources/web.json");
    assertThat(file).exists();
    Files.writeString(file, "{\"source\":");
    assertThat(scene.kill().replay().resume()).isEqualTo(new Checkpoint(0, null));
    assertThat(state.resolve("sources/web.json.unreadable")).exists();
  }

  /** A state as the first version wrote it must stay readable. */
  @Test
  void readsTheStateOfTheFirstVersion() throws IOException {
    Files.writeString(
        state.resolve("sources/web.json"),
        """
        {"source":"web","epoch":5,"sequence":3,"position":"p","ackedEpoch":5,"ackedSequence":2,
        "partition":1,"offset":2,"clean":true}""");
    assertThat(scene.kill().replay().resume()).isEqualTo(new Checkpoint(3, "p"));
  }
}
