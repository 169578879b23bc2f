package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Checkpoint;
import io.zhidun.collectors.core.ReplayOutlet;
import io.zhidun.collectors.core.Stamp;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Outlet of a source that can be read again. */
final class KafkaReplayOutlet implements ReplayOutlet, KafkaOutlet {
  /** More than fit under way; beyond it the newest takes the place of the one before. */
  private static final int MAX_CHECKPOINTS = 1024;

  private final Lane lane;
  private final long epoch;
  private final Deque<Checkpoint> pending = new ArrayDeque<>();
  private Checkpoint durable;
  private long next;
  private boolean resumed;

  KafkaReplayOutlet(Lane lane, SourceState state) {
    this.lane = lane;
    this.epoch = state.epoch();
    this.durable = new Checkpoint(state.sequence(), state.position());
    this.next = state.sequence();
  }

  @Override
  public Lane lane() {
    return lane;
  }

  @Override
  public synchronized Checkpoint resume() {
    settle();
    pending.clear();
    return durable;
  }

  @Override
  public synchronized long next() {
    return next;
  }

  @Override
  public synchronized boolean hasRoom() {
    return resumed && lane.hasRoom();
  }

  @Override
  public synchronized boolean offer(
      long sequence, byte[] buffer, int from, int to, long receivedMicros) {
    if (!resumed) {
      return false;
    }
    if (sequence < next) {
      return true;
    }
    if (sequence > next) {
      throw new IllegalStateException(
          "record " + sequence + " was offered where " + next + " is next");
    }
    if (to - from > Lane.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a record must have at most " + Lane.MAX_VALUE + " bytes, had " + (to - from));
    }
    InFlight record = new InFlight(lane, lane.link(), epoch, sequence, to - from, null);
    if (!lane.send(record, receivedMicros, null, Arrays.copyOfRange(buffer, from, to))) {
      return false;
    }
    next++;
    lane.counters.received(to - from);
    return true;
  }

  @Override
  public synchronized void checkpoint(long sequence, String position) {
    if (pending.size() == MAX_CHECKPOINTS) {
      pending.removeLast();
    }
    pending.addLast(new Checkpoint(sequence, position));
  }

  private void settle() {
    Stamp acked = lane.acked();
    long shipped = acked.epoch() == epoch ? acked.sequence() + 1 : 0;
    while (!pending.isEmpty() && pending.peekFirst().sequence() <= shipped) {
      durable = pending.removeFirst();
    }
  }

  @Override
  public boolean mustResume() {
    return true;
  }

  @Override
  public synchronized void resumed(Stamp lastShipped) {
    lane.acknowledgedBefore(lastShipped);
    Stamp acked = lane.acked();
    if (acked.epoch() == epoch) {
      next = Math.max(next, acked.sequence() + 1);
    }
    resumed = true;
  }

  @Override
  public synchronized void relink(Link link) {
    lane.relink(link);
    settle();
    pending.clear();
    Stamp acked = lane.acked();
    next = Math.max(durable.sequence(), acked.epoch() == epoch ? acked.sequence() + 1 : 0);
  }

  @Override
  public void tend() {
    // The collector's own thread does all there is to do.
  }

  @Override
  public synchronized SourceState state(boolean clean) {
    Lane.Mark mark = lane.mark();
    settle();
    Stamp acked = lane.acked();
    return new SourceState(
        lane.source.id(),
        epoch,
        durable.sequence(),
        durable.position(),
        acked.epoch(),
        acked.sequence(),
        mark.partition(),
        mark.offset(),
        clean && resumed && lane.idle());
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  @Override
  public long spooledBytes() {
    return 0;
  }

  @Override
  public double lagSeconds(long nowMicros) {
    return lane.silentNanos() / 1e9;
  }
}
