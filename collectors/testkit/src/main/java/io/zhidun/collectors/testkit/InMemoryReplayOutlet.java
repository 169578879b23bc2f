package io.zhidun.collectors.testkit;

import io.zhidun.collectors.core.Checkpoint;
import io.zhidun.collectors.core.ReplayOutlet;
import io.zhidun.collectors.core.SourceCounters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fake with the rules of the real one about numbers and checkpoints. */
final class InMemoryReplayOutlet implements ReplayOutlet {
  private final InMemoryShipper shipper;
  private final SourceCounters counters = new SourceCounters();
  private final List<ShippedRecord> records = new ArrayList<>();
  private Checkpoint durable = new Checkpoint(0, null);

  InMemoryReplayOutlet(InMemoryShipper shipper) {
    this.shipper = shipper;
  }

  synchronized List<ShippedRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public SourceCounters counters() {
    return counters;
  }

  @Override
  public synchronized Checkpoint resume() {
    return durable;
  }

  @Override
  public synchronized long next() {
    return records.size();
  }

  @Override
  public boolean hasRoom() {
    return !shipper.isFull();
  }

  @Override
  public synchronized boolean offer(
      long sequence, byte[] buffer, int from, int to, long receivedMicros) {
    if (shipper.isFull()) {
      return false;
    }
    if (sequence > next()) {
      throw new IllegalStateException(
          "record " + sequence + " was offered where " + next() + " is next");
    }
    if (sequence == next()) {
      byte[] value = Arrays.copyOfRange(buffer, from, to);
      records.add(new ShippedRecord(sequence, receivedMicros, null, value));
      counters.received(value.length);
      counters.shipped();
    }
    return true;
  }

  @Override
  public synchronized void checkpoint(long sequence, String position) {
    if (!shipper.isSilent()) {
      durable = new Checkpoint(sequence, position);
    }
  }
}
