package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.Stamp;
import io.zhidun.collectors.core.StreamOutlet;
import io.zhidun.collectors.core.spool.Spool;
import io.zhidun.collectors.core.spool.SpoolRecord;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outlet of a source that speaks once. Records go straight to the producer until it has no room or
 * Kafka is silent; then those under way and all later ones go to the spool, and return to the
 * straight way when the spool was drained. Nothing passes what lies in the spool.
 */
final class KafkaStreamOutlet implements StreamOutlet, KafkaOutlet {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaStreamOutlet.class);

  /** Records drained while the feeding thread waits. */
  private static final int DRAIN_SLICE = 256;

  private final Lane lane;
  private final long epoch;
  private final Spool spool;
  private final long stalledNanos;
  private final Deque<InFlight> direct = new ArrayDeque<>();
  private long next;
  private long onDisk;
  private boolean spooling;
  private boolean resumed;
  private Stamp submitted;
  private long drainedMicros;

  KafkaStreamOutlet(Lane lane, SourceState state, Spool spool, long stalledNanos) {
    this.lane = lane;
    this.epoch = state.epoch();
    this.spool = spool;
    this.stalledNanos = stalledNanos;
    this.submitted = state.acked();
    this.spooling = !spool.isEmpty();
    this.resumed = !spooling;
  }

  @Override
  public Lane lane() {
    return lane;
  }

  @Override
  public synchronized boolean offer(byte[] value, long receivedMicros, @Nullable String peer) {
    if (value.length > Lane.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a record must have at most " + Lane.MAX_VALUE + " bytes, had " + value.length);
    }
    SpoolRecord record = new SpoolRecord(new Stamp(epoch, next), receivedMicros, peer, value);
    if (!sendDirect(record) && !toSpool(record)) {
      return false;
    }
    next++;
    lane.counters.received(value.length);
    return true;
  }

  private boolean sendDirect(SpoolRecord record) {
    if (spooling || stalled()) {
      return false;
    }
    forgetAcknowledged();
    InFlight sent = inFlight(record, record);
    if (!lane.send(sent, record.receivedMicros(), record.peer(), record.value())) {
      return false;
    }
    direct.addLast(sent);
    submitted = record.stamp();
    return true;
  }

  private InFlight inFlight(SpoolRecord record, @Nullable SpoolRecord kept) {
    Stamp stamp = record.stamp();
    return new InFlight(
        lane, lane.link(), stamp.epoch(), stamp.sequence(), record.value().length, kept);
  }

  private boolean stalled() {
    return lane.silentNanos() > stalledNanos;
  }

  private void forgetAcknowledged() {
    Stamp acked = lane.acked();
    while (!direct.isEmpty() && direct.peekFirst().stamp().compareTo(acked) <= 0) {
      direct.removeFirst();
    }
  }

  private boolean toSpool(SpoolRecord record) {
    try {
      if (!spooling) {
        beginSpooling();
      }
      return spool.append(record, false);
    } catch (IOException e) {
      LOG.warn("spool of {} cannot be written: {}", lane.source.id(), e.toString());
      return false;
    }
  }

  /** What is under way is written too: it lives only in this process. */
  private void beginSpooling() throws IOException {
    forgetAcknowledged();
    while (!direct.isEmpty()) {
      SpoolRecord record = direct.peekFirst().record;
      if (record != null) {
        spool.append(record, true);
      }
      direct.removeFirst();
    }
    spooling = true;
    LOG.info("{} goes to the spool", lane.source.id());
  }

  @Override
  public synchronized boolean mustResume() {
    return spooling;
  }

  @Override
  public synchronized void resumed(Stamp lastShipped) {
    if (resumed) {
      return;
    }
    lane.acknowledgedBefore(lastShipped);
    submitted = lane.acked();
    resumed = true;
  }

  @Override
  public synchronized void relink(Link link) throws IOException {
    if (!spooling && (!direct.isEmpty() || !spool.isEmpty())) {
      beginSpooling();
    }
    lane.relink(link);
    submitted = lane.acked();
    spool.rewind();
  }

  @Override
  public void tend() throws IOException {
    spoolStalled();
    while (drainSlice()) {
      Thread.onSpinWait(); // lets the feeding thread in between two slices
    }
    release();
  }

  /** A silent source must reach the disk too, not only one that offers more. */
  private synchronized void spoolStalled() throws IOException {
    if (!spooling && stalled() && !direct.isEmpty()) {
      beginSpooling();
    }
  }

  private synchronized boolean drainSlice() throws IOException {
    if (!spooling || !resumed || stalled()) {
      return false;
    }
    for (int i = 0; i < DRAIN_SLICE; i++) {
      SpoolRecord record = spool.peek();
      if (record == null) {
        spooling = false;
        LOG.info("{}: the spool is drained", lane.source.id());
        return false;
      }
      if (!drain(record)) {
        return false;
      }
      spool.advance(record);
    }
    return true;
  }

  private boolean drain(SpoolRecord record) {
    drainedMicros = record.receivedMicros();
    if (record.stamp().compareTo(submitted) <= 0) {
      return true;
    }
    if (!lane.send(
        inFlight(record, null), record.receivedMicros(), record.peer(), record.value())) {
      return false;
    }
    submitted = record.stamp();
    return true;
  }

  private synchronized void release() throws IOException {
    forgetAcknowledged();
    spool.acknowledged(lane.acked());
    lane.counters.drop(RejectReason.SPOOL_DAMAGED, spool.takeDamaged());
    spool.sync();
    if (spooling) {
      onDisk = next; // what had been under way went to the spool before the first that waits there
    }
  }

  @Override
  public synchronized long next() {
    return next;
  }

  @Override
  public synchronized long kept() {
    Stamp acked = lane.acked();
    long acknowledged = acked.epoch() == epoch ? acked.sequence() + 1 : 0;
    return Math.max(acknowledged, onDisk);
  }

  @Override
  public synchronized SourceState state(boolean clean) {
    Lane.Mark mark = lane.mark();
    Stamp acked = lane.acked();
    return new SourceState(
        lane.source.id(),
        epoch,
        0,
        null,
        acked.epoch(),
        acked.sequence(),
        mark.partition(),
        mark.offset(),
        clean && resumed && lane.idle());
  }

  @Override
  public synchronized void close() throws IOException {
    forgetAcknowledged();
    if (!spooling && !direct.isEmpty()) {
      beginSpooling();
    }
    spool.close();
  }

  @Override
  public synchronized long spooledBytes() {
    return spool.bytes();
  }

  @Override
  public synchronized double lagSeconds(long nowMicros) {
    double silent = lane.silentNanos() / 1e9;
    return spooling && drainedMicros > 0
        ? Math.max(silent, (nowMicros - drainedMicros) / 1e6)
        : silent;
  }
}
