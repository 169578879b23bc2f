package io.zhidun.collectors.core;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What came in, went out and was rejected at one source since the agent started. After all records
 * were acknowledged, in = out + rejected. Safe for use by several threads.
 */
public final class SourceCounters {
  private final LongAdder in = new LongAdder();
  private final LongAdder out = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Map<RejectReason, LongAdder> rejected = new EnumMap<>(RejectReason.class);

  public SourceCounters() {
    for (RejectReason reason : RejectReason.values()) {
      rejected.put(reason, new LongAdder());
    }
  }

  /** A record was taken over from the source. */
  public void received(int size) {
    in.increment();
    bytes.add(size);
  }

  /** Something came that is not shipped. */
  public void rejected(RejectReason reason) {
    in.increment();
    drop(reason, 1);
  }

  /** Records that had been counted as received will never be shipped. */
  public void drop(RejectReason reason, long count) {
    LongAdder adder = rejected.get(reason);
    if (adder != null) {
      adder.add(count);
    }
  }

  /** Kafka acknowledged a record. */
  public void shipped() {
    out.increment();
  }

  public long in() {
    return in.sum();
  }

  public long out() {
    return out.sum();
  }

  public long bytes() {
    return bytes.sum();
  }

  public long rejected() {
    return rejected.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Count of one reason. */
  public long rejectedFor(RejectReason reason) {
    LongAdder adder = rejected.get(reason);
    return adder == null ? 0 : adder.sum();
  }
}
