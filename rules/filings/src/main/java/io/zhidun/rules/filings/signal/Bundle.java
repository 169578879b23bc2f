package io.zhidun.rules.filings.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one detector gathered about one subject: the filings concerned and the best evidence. */
public final class Bundle {

  private final Subject subject;
  private final Set<String> filings = new LinkedHashSet<>();
  private final List<Weighed> evidence = new ArrayList<>();
  private final Instant first;
  private Instant last;
  private int filingCount;
  private double strongest;

  Bundle(Subject subject, Instant first) {
    this.subject = subject;
    this.first = first;
    last = first;
  }

  /** Adds a filing and what shows it; the weakest evidence gives way where there is too much. */
  public void add(String filing, Instant time, double strength, Evidence shown) {
    if (filings.size() >= Signal.MOST_FILINGS) {
      filingCount++;
    } else if (filings.add(filing)) {
      filingCount++;
    }
    last = time.isAfter(last) ? time : last;
    strongest = Math.max(strongest, strength);
    if (evidence.size() < Signal.MOST_EVIDENCE) {
      evidence.add(new Weighed(strength, shown));
      return;
    }
    int weakest = 0;
    for (int i = 1; i < evidence.size(); i++) {
      weakest = evidence.get(i).strength < evidence.get(weakest).strength ? i : weakest;
    }
    if (evidence.get(weakest).strength < strength) {
      evidence.set(weakest, new Weighed(strength, shown));
    }
  }

  /** Filings added. */
  public int filingCount() {
    return filingCount;
  }

  /** The greatest strength added. */
  public double strongest() {
    return strongest;
  }

  Instant last() {
    return last;
  }

  /** All of it as one signal of the window {@code all}. */
  public Signal signal(
      String code, SignalFamily family, double score, Map<String, Object> numbers) {
    return new Signal(
        code,
        family,
        subject,
        "all",
        Math.max(0, Math.min(1, score)),
        first,
        last,
        List.copyOf(filings),
        filingCount,
        evidence.stream().map(Weighed::shown).toList(),
        numbers);
  }

  private record Weighed(double strength, Evidence shown) {}
}
