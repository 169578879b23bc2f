package io.zhidun.service.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what comes from one topic into the database. Safe for use by several threads. */
public final class HopMeter {
  private final Counter in;
  private final Counter out;
  private final Counter duplicate;
  private final Counter rejected;
  private final AtomicLong lag = new AtomicLong();

  /**
   * @param hop name of the hop among all, such as {@code alerts}
   */
  public HopMeter(MeterRegistry registry, String hop) {
    in = counter(registry, hop, "in");
    out = counter(registry, hop, "out");
    duplicate = counter(registry, hop, "duplicate");
    rejected = counter(registry, hop, "rejected");
    registry.gauge("zhidun.hop.lag.records", List.of(Tag.of("hop", hop)), lag);
  }

  private static Counter counter(MeterRegistry registry, String hop, String outcome) {
    return Counter.builder("zhidun.hop.records")
        .tag("hop", hop)
        .tag("outcome", outcome)
        .register(registry);
  }

  /**
   * @param records read
   * @param changed records that changed the database
   * @param duplicates records that said what was there
   * @param refused records that could not be read or stored
   */
  public void stored(int records, int changed, int duplicates, int refused) {
    in.increment(records);
    out.increment(changed);
    duplicate.increment(duplicates);
    rejected.increment(refused);
  }

  /** Records in the topic that were not read yet. */
  public void lag(long records) {
    lag.set(records);
  }

  long in() {
    return (long) in.count();
  }

  long out() {
    return (long) out.count();
  }

  long rejected() {
    return (long) rejected.count();
  }

  long lag() {
    return lag.get();
  }
}
