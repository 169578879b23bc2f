package io.zhidun.benchmarks.metrics;

import io.zhidun.measure.Admission;
import io.zhidun.measure.SampleGate;
import io.zhidun.measure.ensemble.EnsembleDetector;
import io.zhidun.measure.nab.NabProfile;
import io.zhidun.measure.nab.NabScore;
import io.zhidun.measure.nab.NabScorer;
import io.zhidun.measure.nab.NabSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Labelled series with the ensemble's scores of them; samples that are not newer score 0. */
record ScoredCorpus(List<NabSeries> series, List<double[]> scores) {

  static ScoredCorpus of(List<NabSeries> series) {
    List<double[]> scores = new ArrayList<>();
    for (NabSeries one : series) {
      EnsembleDetector detector = new EnsembleDetector();
      SampleGate gate = new SampleGate();
      double[] own = new double[one.values().length];
      for (int i = 0; i < own.length; i++) {
        long time = one.times()[i];
        boolean newer = gate.admit(time, one.values()[i], time) == Admission.ADMITTED;
        own[i] = newer ? detector.score(time, one.values()[i]) : 0;
      }
      scores.add(own);
    }
    return new ScoredCorpus(series, scores);
  }

  int points() {
    return scores.stream().mapToInt(own -> own.length).sum();
  }

  /** The score of alerts from this threshold on. */
  NabScore score(double threshold, NabProfile profile) {
    NabScore sum = NabScore.NOTHING;
    for (int i = 0; i < series.size(); i++) {
      sum = sum.plus(score(i, threshold, profile));
    }
    return sum;
  }

  NabScore score(int which, double threshold, NabProfile profile) {
    double[] own = scores.get(which);
    boolean[] alerts = new boolean[own.length];
    for (int i = 0; i < own.length; i++) {
      alerts[i] = own[i] >= threshold;
    }
    return new NabScorer(profile).score(alerts, series.get(which).windows());
  }

  /** Silence and foresight, which must score 0 and 100. */
  static double[] ends(List<NabSeries> series) {
    NabScorer scorer = new NabScorer(NabProfile.STANDARD);
    NabScore silent = NabScore.NOTHING;
    NabScore perfect = NabScore.NOTHING;
    for (NabSeries one : series) {
      boolean[] alerts = new boolean[one.values().length];
      silent = silent.plus(scorer.score(alerts, one.windows()));
      one.windows().forEach(window -> alerts[window.first()] = true);
      perfect = perfect.plus(scorer.score(alerts, one.windows()));
    }
    return new double[] {silent.normalised(), perfect.normalised()};
  }

  /**
   * Mean standard score of halves at the threshold that was best on the other half, over seeded
   * halvings of the series.
   */
  double heldOut(int halvings) {
    Random random = new Random(1);
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < halvings; i++) {
      List<Integer> order = new ArrayList<>();
      for (int j = 0; j < series.size(); j++) {
        order.add(j);
      }
      Collections.shuffle(order, random);
      ScoredCorpus one = part(order.subList(0, order.size() / 2));
      ScoredCorpus other = part(order.subList(order.size() / 2, order.size()));
      sum += other.score(one.best(), NabProfile.STANDARD).normalised();
      sum += one.score(other.best(), NabProfile.STANDARD).normalised();
      counted += 2;
    }
    return sum / counted;
  }

  private ScoredCorpus part(List<Integer> which) {
    return new ScoredCorpus(
        which.stream().map(series::get).toList(), which.stream().map(scores::get).toList());
  }

  private double best() {
    double best = EnsembleDetector.THRESHOLD;
    double reached = Double.NEGATIVE_INFINITY;
    for (int i = 40; i <= 60; i++) {
      double score = score(i / 100.0, NabProfile.STANDARD).normalised();
      if (score > reached) {
        reached = score;
        best = i / 100.0;
      }
    }
    return best;
  }
}
