package io.zhidun.service.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the hop from the alert topic to the database. Safe for use by several threads. */
@Component
public class IntakeMeter {
  private static final int REMEMBERED = 1000;

  private final HopMeter hop;
  private final Timer delay;
  private final long[] delays = new long[REMEMBERED];
  private int measured;

  IntakeMeter(MeterRegistry registry) {
    hop = new HopMeter(registry, "alerts");
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

  void stored(int records, int changed, int duplicates, int refused) {
    hop.stored(records, changed, duplicates, refused);
  }

  void lag(long records) {
    hop.lag(records);
  }

  synchronized void delay(Duration value) {
    Duration positive = value.isNegative() ? Duration.ZERO : value;
    delay.record(positive);
    delays[measured++ % REMEMBERED] = positive.toMillis();
  }

  public long in() {
    return hop.in();
  }

  public long out() {
    return hop.out();
  }

  public long rejected() {
    return hop.rejected();
  }

  public long lag() {
    return hop.lag();
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
