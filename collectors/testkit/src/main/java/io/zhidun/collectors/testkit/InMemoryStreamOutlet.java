package io.zhidun.collectors.testkit;

import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.core.StreamOutlet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fake that takes everything unless its shipper is full. */
final class InMemoryStreamOutlet implements StreamOutlet {
  private final InMemoryShipper shipper;
  private final SourceCounters counters = new SourceCounters();
  private final List<ShippedRecord> records = new ArrayList<>();

  InMemoryStreamOutlet(InMemoryShipper shipper) {
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
  public synchronized boolean offer(byte[] value, long receivedMicros, @Nullable String peer) {
    if (shipper.isFull()) {
      return false;
    }
    records.add(new ShippedRecord(records.size(), receivedMicros, peer, value));
    counters.received(value.length);
    counters.shipped();
    return true;
  }

  @Override
  public synchronized long next() {
    return records.size();
  }

  @Override
  public synchronized long kept() {
    return shipper.isSilent() ? 0 : records.size();
  }
}
