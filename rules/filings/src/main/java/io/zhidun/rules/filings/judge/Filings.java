package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.Signal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The filings that signals concern.
 *
 * @param numbers at most {@link Signal#MOST_FILINGS}
 * @param count at least that many different ones: what a signal does not list is counted where it
 *     is the largest
 */
record Filings(List<String> numbers, int count) {

  static Filings of(List<Signal> signals) {
    Set<String> numbers = new LinkedHashSet<>();
    int listed = 0;
    int beyond = 0;
    List<Signal> inOrder =
        signals.stream()
            .sorted(Comparator.comparing(Signal::first).thenComparing(Signal::id))
            .toList();
    for (Signal signal : inOrder) {
      numbers.addAll(signal.filings());
      listed = numbers.size();
      beyond = Math.max(beyond, signal.filingCount());
    }
    List<String> shown = numbers.stream().limit(Signal.MOST_FILINGS).toList();
    return new Filings(shown, Math.max(listed, beyond));
  }
}
