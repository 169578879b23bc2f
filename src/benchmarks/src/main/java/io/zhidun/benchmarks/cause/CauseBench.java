package io.zhidun.benchmarks.cause;

import io.zhidun.benchmarks.CpuClock;
import io.zhidun.benchmarks.Figure;
import io.zhidun.cause.rank.CauseAnalysis;
import io.zhidun.cause.rank.CauseSetting;
import io.zhidun.cause.rank.Explanation;
import io.zhidun.cause.rank.Part;
import io.zhidun.testkit.outage.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code zhidun bench cause}: two hundred simulated outages on which nothing was ever chosen, and
 * two hundred others beside them, which tell how much the figures vary.
 */
public final class CauseBench {
  private static final String NAME = "cause";
  private static final int OUTAGES = 200;
  private static final int STORMS = 22;

  /** Seeds 1 to 330, each with the kind of its remainder, chose the setting. */
  private static final long HELD_OUT = 100_001;

  private final CauseSetting setting = CauseSetting.shipped();
  private final List<Figure> figures = new ArrayList<>();

  public List<Figure> run() {
    List<JudgedOutage> judged = outages(HELD_OUT);
    double all = judged.size();
    figures.add(
        Figure.atLeast(NAME, "true cause first", 100 * within(judged, setting, 1) / all, "%", 75));
    figures.add(
        Figure.atLeast(
            NAME,
            "true cause in the first three",
            100 * within(judged, setting, 3) / all,
            "%",
            92));
    soon(judged);
    byKind(judged);
    for (Part part : Part.values()) {
      CauseSetting without = setting.without(part);
      String name = "without " + part.name().toLowerCase(Locale.ROOT);
      plain(name + ", first", 100 * within(judged, without, 1) / all);
      plain(name + ", first three", 100 * within(judged, without, 3) / all);
    }
    // The same seeds as chose the setting, each with another kind of fault.
    List<JudgedOutage> others = outages(1);
    plain("two hundred others, first", 100 * within(others, setting, 1) / all);
    plain("two hundred others, first three", 100 * within(others, setting, 3) / all);
    storms();
    return figures;
  }

  private List<JudgedOutage> outages(long firstSeed) {
    List<JudgedOutage> judged = new ArrayList<>();
    FaultKind[] kinds = FaultKind.values();
    for (int i = 0; i < OUTAGES; i++) {
      judged.add(JudgedOutage.once(firstSeed + i, kinds[i % kinds.length], setting));
    }
    return judged;
  }

  /** What is known a minute after the first alert that the fault set off. */
  private void soon(List<JudgedOutage> judged) {
    List<JudgedOutage> early =
        judged.stream().map(one -> one.after(Duration.ofMinutes(1), setting)).toList();
    plain("one minute after the first alert, first", 100.0 * within(early, setting, 1) / OUTAGES);
    plain("one minute after the first alert, three", 100.0 * within(early, setting, 3) / OUTAGES);
  }

  private void byKind(List<JudgedOutage> judged) {
    for (FaultKind kind : FaultKind.values()) {
      List<JudgedOutage> some = judged.stream().filter(one -> one.isOf(kind)).toList();
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      plain(name + ", first", 100.0 * within(some, setting, 1) / some.size());
      plain(name + ", first three", 100.0 * within(some, setting, 3) / some.size());
    }
  }

  /** Storms of five hundred alerts, told anew while they last. */
  private void storms() {
    List<Double> millis = new ArrayList<>();
    int most = 0;
    long alerts = 0;
    FaultKind[] kinds = FaultKind.values();
    for (int i = 0; millis.size() < STORMS; i++) {
      JudgedOutage outage = JudgedOutage.storm(HELD_OUT + i, kinds[i % kinds.length], setting);
      if (outage.alerts() < 500) {
        continue;
      }
      long cpu = CpuClock.nanos();
      int groups = outage.group(setting).size();
      Explanation explanation = new CauseAnalysis(setting).explain(outage.storm(), outage.map());
      millis.add((CpuClock.nanos() - cpu) / 1e6);
      most = Math.max(most, groups);
      alerts += outage.alerts();
      if (explanation.causes().isEmpty()) {
        throw new IllegalStateException("a storm without any suspect");
      }
    }
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    figures.add(Figure.plain(NAME, "alerts of a storm, mean", (double) alerts / STORMS, "alerts"));
    figures.add(Figure.atMost(NAME, "groups of a storm of 500 alerts, most", most, "groups", 5));
    figures.add(Figure.plain(NAME, "a storm explained, median", sorted[STORMS / 2], "CPU-ms"));
    double slowest = Arrays.stream(sorted).max().orElse(0);
    figures.add(Figure.plain(NAME, "a storm explained, slowest", slowest, "CPU-ms"));
  }

  private void plain(String figure, double percent) {
    figures.add(Figure.plain(NAME, figure, percent, "%"));
  }

  private static int within(List<JudgedOutage> outages, CauseSetting setting, int ranks) {
    return (int) outages.stream().filter(one -> one.isWithin(ranks, setting)).count();
  }
}
