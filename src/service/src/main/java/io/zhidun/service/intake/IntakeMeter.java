package io.zhidun.service.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the hop from the alert topic to the database. Safe for use by several threads. */
@Component
public class IntakeMeter {
  private static final int REMEMBERED = 1000;

  private final Counter in;
  private final Counter out;
  private final Counter duplicate;
  private final Counter rejected;
  private final AtomicLong lag = new AtomicLong();
  private final Timer delay;
  private final long[] delays = new long[REMEMBERED];
  private int measured;

  IntakeMeter(MeterRegistry registry) {
    in = counter(registry, "in");
    out = counter(registry, "out");
    duplicate = counter(registry, "duplicate");
    rejected = counter(registry, "rejected");
    registry.gauge("zhidun.hop.lag.records", List.of(tag()), lag);
    delay =
        Timer.builder("zhidun.alert.delay")
            .description(
                "From receiving the event that completed a detection to its alert's commit")
            .serviceLevelObjectives(
                Arrays.stream(new int[] {50, 100, 200, 300, 500, 1000, 2000, 5000, 15000, 60000})
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(registry);
  }

  private static Tag tag() {
    return Tag.of("hop", "alerts");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("zhidun.hop.records")
        .tag("hop", "alerts")
        .tag("outcome", outcome)
        .register(registry);
  }

  void stored(int records, int changed, int duplicates, int refused) {
    in.increment(records);
    out.increment(changed);
    duplicate.increment(duplicates);
    rejected.increment(refused);
  }

  void lag(long records) {
    lag.set(records);
  }

  synchronized void delay(Duration value) {
    Duration positive = value.isNegative() ? Duration.ZERO : value;
    delay.record(positive);
    delays[measured++ % REMEMBERED] = positive.toMillis();
  }

  public long in() {
    return (long) in.count();
  }

  public long out() {
    return (long) out.count();
  }

  public long rejected() {
    return (long) rejected.count();
  }

  public long lag() {
    return lag.get();
  }

  /** Delay of the latest 1,000 detections, or null before the first. */
  public synchronized @Nullable Delay delay() {
    int known = Math.min(measured, REMEMBERED);
    if (known == 0) {
      return null;
    }
    long[] sorted = Arrays.copyOf(delays, known);
    Arrays.sort(sorted);
    return new Delay(sorted[(known - 1) / 2], sorted[(int) ((known - 1) * 0.99)]);
  }

  /** Milliseconds that half, and 99 in 100, of the detections took at most. */
  public record Delay(long p50, long p99) {}
}
