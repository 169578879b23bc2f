package io.zhidun.measure.ensemble;

import io.zhidun.events.BilingualText;
import io.zhidun.measure.Finding;
import io.zhidun.measure.PictureRing;
import io.zhidun.measure.SampleGate;
import io.zhidun.measure.ScorePart;
import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Scores every sample of one series with one setting for all series, strictly from what came before
 * it. Ten views look at the series; how rare each one's number is among its predecessors is summed
 * for the two rarest (RATIONALE.md tells why). Not thread-safe.
 */
public final class EnsembleDetector implements Stateful {
  public static final String NAME = "ensemble";

  /** From which score a sample alerts. */
  public static final double THRESHOLD = 0.5;

  /** Samples behind an alert of which none alerts. */
  public static final int QUIET = 200;

  /** Samples at the beginning that all score 0. */
  public static final int WARM_UP = 240;

  private static final int VERSION = 1;

  /** Sum of two rarities, in decades, that scores {@link #THRESHOLD}. */
  private static final double ALERTING = 5.5;

  private static final int PICTURE = 64;

  /** Edges of the drawn band, in mean absolute deviations: 2.4 standard ones of a normal series. */
  private static final double BAND = 3;

  private static final Aspect[] ASPECTS = Aspect.values();

  private final Views views = new Views();
  private final Tolerance tolerance = new Tolerance();
  private final PictureRing picture = new PictureRing(PICTURE);
  private int seen;
  private int quietUntil;
  private double score;
  private Shape shape = new Shape(Aspect.LOW_VALUE, Aspect.LOW_VALUE, 0);
  private long millis;
  private double value;

  /**
   * @param time milliseconds since 1970, not before the sample before
   * @param sample its value
   * @return score in [0,1], full precision; 0.5 and above is an alert
   * @throws IllegalArgumentException where the value is not finite
   */
  public double score(long time, double sample) {
    if (!Double.isFinite(sample)) {
      throw new IllegalArgumentException("a value must be finite, was " + sample);
    }
    millis = time;
    value = SampleGate.bounded(sample);
    double expected = views.rhythm().mean(time);
    double width = seen == 0 ? Double.NaN : BAND * views.rhythm().deviation(time);
    picture.add(time, value, expected - width, expected + width);
    shape = rarest(views.next(time, value));
    seen = seen == Integer.MAX_VALUE ? seen : seen + 1;
    score = seen <= WARM_UP ? 0 : scoreOf(shape);
    return score;
  }

  private double scoreOf(Shape found) {
    double needed = ALERTING * tolerance.factor(found.first(), found.second(), seen);
    double free = 1 - Math.pow(2, -found.rarity() / needed);
    if (seen < quietUntil) {
      return free * THRESHOLD;
    }
    if (free >= THRESHOLD) {
      quietUntil = seen + QUIET;
    }
    return free;
  }

  private static Shape rarest(double[] rarities) {
    int first = 0;
    int second = 1;
    if (rarities[second] > rarities[first]) {
      first = 1;
      second = 0;
    }
    for (int i = 2; i < rarities.length; i++) {
      if (rarities[i] > rarities[first]) {
        second = first;
        first = i;
      } else if (rarities[i] > rarities[second]) {
        second = i;
      }
    }
    return new Shape(ASPECTS[first], ASPECTS[second], rarities[first] + rarities[second]);
  }

  /** What the newest sample looked like. */
  public Shape shape() {
    return shape;
  }

  /** Whether the newest sample alerts. */
  public boolean alerts() {
    return score >= THRESHOLD;
  }

  /** A person says that an alert of this shape was no anomaly. */
  public void dismiss(Shape dismissed) {
    tolerance.raise(dismissed, ALERTING, seen);
  }

  /** The newest sample's finding, where it alerts. */
  public Optional<Finding> finding() {
    if (!alerts()) {
      return Optional.empty();
    }
    BilingualText first = shape.first().words();
    BilingualText second = shape.second().words();
    String rarity = String.format(Locale.ROOT, "%.1f", shape.rarity());
    BilingualText summary =
        new BilingualText(
            first.zh() + "；" + second.zh() + "（罕见度 10^" + rarity + "）",
            first.en() + "; " + second.en() + " (rarity 10^" + rarity + ")");
    List<ScorePart> parts =
        List.of(
            new ScorePart(shape.first().id(), views.rarity(shape.first()), first),
            new ScorePart(shape.second().id(), views.rarity(shape.second()), second));
    return Optional.of(new Finding(NAME, millis, value, score, summary, parts, picture.picture()));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeInt(seen);
    out.writeInt(quietUntil);
    views.write(out);
    tolerance.write(out);
    picture.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.requireVersion(in, VERSION, NAME);
    seen = in.readInt();
    quietUntil = in.readInt();
    views.read(in);
    tolerance.read(in);
    picture.read(in);
  }
}
