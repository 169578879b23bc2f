package io.zhidun.measure.forest;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.config.Precision;
import com.amazon.randomcutforest.returntypes.DiVector;
import com.amazon.randomcutforest.state.RandomCutForestMapper;
import com.amazon.randomcutforest.state.RandomCutForestState;
import io.zhidun.events.Json;
import io.zhidun.measure.SampleGate;
import io.zhidun.measure.ensemble.Baseline;
import io.zhidun.measure.ensemble.TailMemory;
import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores points of several metrics taken at the same times: it finds what is usual in each alone
 * and unusual together. Each metric is measured in its own deviations first, since the forest takes
 * the widest dimension for the most important; how rare a score is among its predecessors is judged
 * as in the ensemble. Order in time is left to the ensemble: shingles of points dilute what is odd
 * together. Some 300 KB as written, and 20,000 points a CPU second: for chosen groups. Not
 * thread-safe.
 */
public final class ForestDetector implements Stateful {
  /** From which score a point alerts. */
  public static final double THRESHOLD = 0.5;

  /** Metrics that one detector takes. */
  public static final int MOST = 16;

  /** Points at the beginning that all score 0. */
  public static final int WARM_UP = 240;

  private static final int VERSION = 1;

  private static final int TREES = 30;
  private static final int SAMPLES = 256;

  /** Rarity in decades that scores {@link #THRESHOLD}. */
  private static final double ALERTING = 3;

  private static final int MEMORY = 500;

  /** Deviations beyond which a value is taken for this. */
  private static final double EXTREME = 20;

  private static final int LONGEST_STATE = 16 << 20;

  private final Baseline[] baselines;
  private final TailMemory tail = new TailMemory();
  private RandomCutForest forest;
  private int seen;
  private double[] newest = new double[0];

  /**
   * @param metrics how many, from 1 to {@value #MOST}
   * @param seed of the forest's cuts
   */
  public ForestDetector(int metrics, long seed) {
    if (metrics < 1 || metrics > MOST) {
      throw new IllegalArgumentException(
          "a forest takes 1 to " + MOST + " metrics, not " + metrics);
    }
    baselines = new Baseline[metrics];
    for (int i = 0; i < metrics; i++) {
      baselines[i] = new Baseline(MEMORY);
    }
    forest =
        RandomCutForest.builder()
            .dimensions(metrics)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLES)
            .precision(Precision.FLOAT_32)
            .parallelExecutionEnabled(false)
            .randomSeed(seed)
            .build();
  }

  /**
   * @param values one a metric, in the same order each time
   * @return score in [0,1]; 0.5 and above is an alert
   * @throws IllegalArgumentException where there are too few or many, or one is not finite
   */
  public double score(double[] values) {
    newest = measured(values);
    double odd = forest.getAnomalyScore(newest);
    forest.update(newest);
    seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
    double rarity = tail.next(odd);
    return seen <= WARM_UP ? 0 : 1 - Math.pow(2, -rarity / ALERTING);
  }

  /** Each metric's share in the oddness of the newest point, summing to 1 (0 where nothing is). */
  public double[] shares() {
    double[] shares = new double[baselines.length];
    if (newest.length == 0) {
      return shares;
    }
    DiVector attribution = forest.getAnomalyAttribution(newest);
    double sum = attribution.getHighLowSum();
    for (int i = 0; sum > 0 && i < attribution.getDimensions(); i++) {
      shares[i % shares.length] += attribution.getHighLowSum(i) / sum;
    }
    return shares;
  }

  private double[] measured(double[] values) {
    if (values.length != baselines.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + baselines.length + " metrics");
    }
    double[] point = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("a value must be finite, was " + values[i]);
      }
      double value = SampleGate.bounded(values[i]);
      Baseline baseline = baselines[i];
      double scale = baseline.deviation() + 1e-3 * Math.abs(baseline.mean()) + 1e-9;
      double distance = baseline.seen() == 0 ? 0 : (value - baseline.mean()) / scale;
      point[i] = Math.max(-EXTREME, Math.min(EXTREME, distance));
      baseline.add(baseline.seen() < MEMORY ? value : baseline.mean() + point[i] * scale);
    }
    return point;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeInt(seen);
    for (Baseline baseline : baselines) {
      baseline.write(out);
    }
    tail.write(out);
    byte[] state = Json.mapper().writeValueAsBytes(mapper().toState(forest));
    out.writeInt(state.length);
    out.write(state);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.requireVersion(in, VERSION, "forest");
    seen = in.readInt();
    for (Baseline baseline : baselines) {
      baseline.read(in);
    }
    tail.read(in);
    byte[] state = new byte[StateForm.readCount(in, LONGEST_STATE)];
    in.readFully(state);
    RandomCutForestState read = Json.mapper().readValue(state, RandomCutForestState.class);
    if (read.getDimensions() != baselines.length) {
      throw new IOException(
          "a forest of "
              + read.getDimensions()
              + " dimensions for "
              + baselines.length
              + " metrics");
    }
    forest = mapper().toModel(read);
  }

  /** Trees are written whole: built anew from their samples they would be others. */
  private static RandomCutForestMapper mapper() {
    RandomCutForestMapper mapper = new RandomCutForestMapper();
    mapper.setSaveTreeStateEnabled(true);
    mapper.setSaveExecutorContextEnabled(true);
    return mapper;
  }
}
