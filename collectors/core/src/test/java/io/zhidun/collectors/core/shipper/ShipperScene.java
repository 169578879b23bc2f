package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.ReplayOutlet;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.StreamOutlet;
import io.zhidun.collectors.core.spool.SyncPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** An agent's shipper whose own thread is the test, with a clock that moves when told. */
final class ShipperScene {
  static final Source SOURCE = new Source("web", "nginx-access", ZoneId.of("Asia/Shanghai"));

  final FakeKafka kafka = new FakeKafka();
  KafkaShipper shipper;
  private final Path state;
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");

  ShipperScene(Path state) throws IOException {
    this.state = state;
    this.shipper = newShipper();
  }

  private KafkaShipper newShipper() throws IOException {
    ShipperOptions options =
        new ShipperOptions(
            "agent-1",
            "unused",
            state,
            4_000,
            SyncPolicy.NEVER,
            1_000,
            Duration.ZERO,
            Duration.ofSeconds(2));
    return new KafkaShipper(options, kafka, new MovingClock(), this::nanoTime);
  }

  private long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  ShipperScene pass(Duration time) {
    now = now.plus(time);
    shipper.tend();
    return this;
  }

  /** Enough for the shipper to do all its regular work. */
  ShipperScene work() {
    return pass(Duration.ofMillis(600));
  }

  /** The agent is killed and starts again a second later. */
  ShipperScene kill() throws IOException {
    now = now.plusSeconds(1);
    shipper = newShipper();
    return this;
  }

  /** The agent ends in order and starts again. */
  ShipperScene restart() throws IOException {
    shipper.close();
    return kill();
  }

  ReplayOutlet replay() {
    return shipper.replay(SOURCE);
  }

  StreamOutlet stream() {
    return shipper.stream(SOURCE);
  }

  static boolean offer(ReplayOutlet outlet, long sequence) {
    byte[] text = ("line " + sequence + "\n").getBytes(StandardCharsets.UTF_8);
    return outlet.offer(sequence, text, 0, text.length - 1, 1_000_000);
  }

  static boolean offer(StreamOutlet outlet, String text) {
    return outlet.offer(text.getBytes(StandardCharsets.UTF_8), 1_000_000, "::1");
  }

  private final class MovingClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
