package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.PeerNames;
import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.StreamOutlet;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;

/** Hands messages of all channels to the one outlet, with their time and sender. */
final class Intake {
  private final StreamOutlet outlet;
  private final Clock clock;
  private final PeerNames peers = new PeerNames();

  Intake(StreamOutlet outlet, Clock clock) {
    this.outlet = outlet;
    this.clock = clock;
  }

  boolean offer(byte[] value, InetAddress sender) {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    return outlet.offer(value, micros, peers.of(sender));
  }

  void reject(RejectReason reason) {
    outlet.counters().rejected(reason);
  }
}
