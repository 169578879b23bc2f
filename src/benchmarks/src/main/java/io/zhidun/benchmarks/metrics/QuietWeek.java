package io.zhidun.benchmarks.metrics;

import io.zhidun.measure.ensemble.EnsembleDetector;
import io.zhidun.measure.ensemble.SystemQuorum;
import io.zhidun.measure.watch.SeriesWatch;
import io.zhidun.measure.watch.SiteCalendar;
import io.zhidun.measure.watch.WatchSettings;
import java.time.ZoneOffset;

/**
 * Alerts of healthy systems in the fifth week of their lives: the always-on detectors on every
 * sample, the ensemble on means of five minutes behind the system's quorum.
 */
final class QuietWeek {
  private static final long MONDAY = 1_699_833_600_000L;
  private static final int LEARNING = 28 * QuietSystem.DAY;
  private static final int END = 35 * QuietSystem.DAY;
  private static final int MEAN_OF = 5;

  private int watched;
  private int joined;
  private int single;

  void run(int systems) {
    for (int i = 0; i < systems; i++) {
      run(new QuietSystem(i));
    }
  }

  int watched() {
    return watched;
  }

  int joined() {
    return joined;
  }

  /** Alerts of the ensemble before the quorum. */
  int single() {
    return single;
  }

  private void run(QuietSystem system) {
    WatchSettings settings = WatchSettings.gauge(SiteCalendar.plain(ZoneOffset.UTC));
    SystemQuorum quorum = new SystemQuorum();
    SeriesWatch[] watches = new SeriesWatch[QuietSystem.SERIES];
    EnsembleDetector[] ensembles = new EnsembleDetector[QuietSystem.SERIES];
    for (int i = 0; i < QuietSystem.SERIES; i++) {
      watches[i] = new SeriesWatch(settings);
      ensembles[i] = new EnsembleDetector();
    }
    double[] sums = new double[QuietSystem.SERIES];
    for (int minute = 0; minute < END; minute++) {
      long time = MONDAY + minute * 60_000L;
      int counts = minute >= LEARNING ? 1 : 0;
      for (int i = 0; i < QuietSystem.SERIES; i++) {
        double value = system.next(i, minute);
        watches[i].next(time, value, time, finding -> watched += counts);
        sums[i] += value;
        if (minute % MEAN_OF == MEAN_OF - 1) {
          score(ensembles[i], quorum, i, time, sums[i] / MEAN_OF, counts);
          sums[i] = 0;
        }
      }
    }
  }

  private void score(
      EnsembleDetector ensemble, SystemQuorum quorum, int i, long time, double mean, int counts) {
    double score = ensemble.score(time, mean);
    if (ensemble.alerts()) {
      single += counts;
      joined += quorum.next("series-" + i, time, score) ? counts : 0;
    }
  }
}
