package io.zhidun.measure.watch;

import io.zhidun.events.BilingualText;
import io.zhidun.measure.Admission;
import io.zhidun.measure.Finding;
import io.zhidun.measure.PictureRing;
import io.zhidun.measure.SampleGate;
import io.zhidun.measure.ScorePart;
import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All always-on detectors of one series behind one gate. Findings are told once, when they begin;
 * what is still so can be asked for. Not thread-safe.
 */
public final class SeriesWatch implements Stateful {
  private static final int VERSION = 1;
  private static final int PICTURE = 48;
  private static final long LEAST_SILENCE = 120_000;

  private final WatchSettings settings;
  private final SampleGate gate = new SampleGate();
  private final AbsenceWatch absence = new AbsenceWatch(LEAST_SILENCE);
  private final CounterRate rate = new CounterRate();
  private final SeasonalBaseline baseline;
  private final SeasonalWatch season = new SeasonalWatch();
  private final ChangePoint change = new ChangePoint();
  private final ThresholdWatch[] thresholds;
  private final Optional<ExhaustionForecast> forecast;
  private final PictureRing picture = new PictureRing(PICTURE);

  private long newest = Long.MIN_VALUE;
  private double value;

  public SeriesWatch(WatchSettings settings) {
    this.settings = settings;
    baseline = new SeasonalBaseline(settings.calendar());
    thresholds =
        settings.thresholds().stream().map(ThresholdWatch::new).toArray(ThresholdWatch[]::new);
    forecast = settings.exhaustion().map(ExhaustionForecast::new);
  }

  /**
   * Takes a sample as it came.
   *
   * @param received when it was received
   * @param findings takes what begins with this sample
   */
  public Admission next(long millis, double sample, long received, Consumer<Finding> findings) {
    Admission admission = gate.admit(millis, sample, received);
    if (admission == Admission.STALE_MARK) {
      tellAbsence(absence.staleMark(), millis, findings);
    }
    if (admission != Admission.ADMITTED) {
      return admission;
    }
    absence.sample(millis);
    newest = millis;
    double watched = settings.counter() ? rate.next(millis, sample) : sample;
    if (Double.isFinite(watched)) {
      value = SampleGate.bounded(watched);
      watch(millis, findings);
    }
    return admission;
  }

  /** The stream's clock stands at {@code now}; tells of a series that has fallen silent. */
  public void clock(long now, Consumer<Finding> findings) {
    tellAbsence(absence.clock(now), now, findings);
  }

  public AbsenceWatch.Presence presence() {
    return absence.presence();
  }

  public SampleGate gate() {
    return gate;
  }

  /** Whether anything but absence is wrong now. */
  public boolean raised() {
    for (ThresholdWatch threshold : thresholds) {
      if (threshold.raised()) {
        return true;
      }
    }
    return season.raised() || forecast.map(ExhaustionForecast::raised).orElse(false);
  }

  private void watch(long millis, Consumer<Finding> findings) {
    double expected = baseline.mean(millis);
    double deviation = baseline.deviation(millis);
    double distance = (value - expected) / deviation;
    double width = SeasonalWatch.BAND * deviation;
    picture.add(millis, value, expected - width, expected + width);
    for (int i = 0; i < thresholds.length; i++) {
      if (thresholds[i].next(millis, value) == Transition.RAISED) {
        BilingualText words = WatchWords.threshold(settings.thresholds().get(i), value);
        tell("threshold", millis, 1, words, findings);
      }
    }
    if (season.next(distance) == Transition.RAISED) {
      double score = 1 - Math.pow(2, -Math.abs(distance) / SeasonalWatch.BAND);
      tell("season", millis, score, WatchWords.season(value, expected, distance), findings);
    }
    if (change.next(millis, distance)) {
      BilingualText words =
          WatchWords.change(change.began(), value, expected, settings.calendar().zone());
      tell("change", millis, 0.5, words, findings);
    }
    if (forecast.isPresent()) {
      foresee(forecast.get(), millis, findings);
    }
    baseline.learn(millis, value);
  }

  private void foresee(ExhaustionForecast ahead, long millis, Consumer<Finding> findings) {
    if (ahead.next(millis, value) == Transition.RAISED) {
      double limit = settings.exhaustion().orElseThrow().limit();
      long when = ahead.exhausted().orElse(millis);
      BilingualText words = WatchWords.exhaustion(limit, when, millis, settings.calendar().zone());
      tell("exhaustion", millis, 1, words, findings);
    }
  }

  private void tellAbsence(Transition transition, long now, Consumer<Finding> findings) {
    if (transition == Transition.RAISED) {
      tell("absence", now, 1, WatchWords.absence(now - newest), findings);
    }
  }

  private void tell(
      String detector, long millis, double score, BilingualText words, Consumer<Finding> to) {
    List<ScorePart> parts = List.of(new ScorePart(detector, score, words));
    to.accept(new Finding(detector, millis, value, score, words, parts, picture.picture()));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(newest);
    out.writeDouble(value);
    for (Stateful part : parts()) {
      part.write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.requireVersion(in, VERSION, "series watch");
    newest = in.readLong();
    value = in.readDouble();
    for (Stateful part : parts()) {
      part.read(in);
    }
  }

  /** In the order in which they are written; limits last, since their number is a setting. */
  private List<Stateful> parts() {
    List<Stateful> parts =
        new ArrayList<>(List.of(gate, absence, rate, baseline, season, change, picture));
    parts.addAll(List.of(thresholds));
    forecast.ifPresent(parts::add);
    return parts;
  }
}
