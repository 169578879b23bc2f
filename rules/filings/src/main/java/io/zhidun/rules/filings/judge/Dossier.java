package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The signals about one subject in one register. */
final class Dossier {

  /** A signal without anything new for this long does not count any more. */
  static final Duration KEPT = Duration.ofDays(365);

  /** Signals kept; the longest quiet one gives way. */
  static final int MOST_SIGNALS = 64;

  private final Map<String, Signal> signals = new LinkedHashMap<>();

  /** Puts the signal in the place of its earlier form; one of score 0 takes it away. */
  void put(Signal signal) {
    signals.remove(signal.id());
    if (signal.score() > 0) {
      signals.put(signal.id(), signal);
    }
    if (signals.size() > MOST_SIGNALS) {
      signals.remove(signals.keySet().iterator().next());
    }
  }

  /** The signals that count at that time. */
  Collection<Signal> signals(Instant now) {
    signals.values().removeIf(signal -> signal.last().isBefore(now.minus(KEPT)));
    return signals.values();
  }
}
