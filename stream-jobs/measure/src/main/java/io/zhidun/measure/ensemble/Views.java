package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** All views of one series and how rare each one's number is. */
final class Views implements Stateful {
  private static final Aspect[] ASPECTS = Aspect.values();

  private final DayRhythm rhythm = new DayRhythm();
  private final Ring shortSeason = new Ring(6);
  private final Ring longSeason = new Ring(24);
  private final View[] views = {
    new LowValue(),
    new Slope(40),
    new LevelShift(40, 300),
    new LevelShift(100, 500),
    new Season(shortSeason),
    new Season(longSeason),
    Spread.wide(15),
    Spread.narrow(20),
    new PeakDensity(100),
    new PatternDistance()
  };
  private final TailMemory[] tails = new TailMemory[ASPECTS.length];
  private final double[] rarities = new double[ASPECTS.length];

  Views() {
    for (int i = 0; i < tails.length; i++) {
      tails[i] = new TailMemory();
    }
  }

  DayRhythm rhythm() {
    return rhythm;
  }

  /** Decades of rarity by {@link Aspect#ordinal}; the array is used again. */
  double[] next(long millis, double value) {
    double distance = rhythm.next(millis, value);
    shortSeason.add(distance);
    longSeason.add(distance);
    for (int i = 0; i < views.length; i++) {
      rarities[i] = tails[i].next(views[i].next(millis, value));
    }
    return rarities;
  }

  /** The newest number's decades. */
  double rarity(Aspect aspect) {
    return rarities[aspect.ordinal()];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    rhythm.write(out);
    for (int i = 0; i < views.length; i++) {
      views[i].write(out);
      tails[i].write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    rhythm.read(in);
    for (int i = 0; i < views.length; i++) {
      views[i].read(in);
      tails[i].read(in);
    }
  }

  /** Mean distance of the last points from what their times of day show; filled by the others. */
  private record Season(Ring distances) implements View {
    @Override
    public double next(long millis, double value) {
      return Math.abs(distances.mean());
    }

    @Override
    public void write(DataOutput out) throws IOException {
      distances.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
      distances.read(in);
    }
  }
}
