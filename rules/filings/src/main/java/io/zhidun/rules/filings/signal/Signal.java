package io.zhidun.rules.filings.signal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a detector found about a subject.
 *
 * <p>Code, subject and window name it: a later signal with the same three replaces this one.
 *
 * @param code kebab-case, such as {@code near-duplicate-text}, {@code filing-burst}
 * @param window what it covers, such as a day {@code 2026-11-20} or an application number
 * @param score from 0 to 1
 * @param first time of the earliest record that it rests on
 * @param last time of the record that completed it
 * @param filings application numbers, at most {@link #MOST_FILINGS}, in order of time
 * @param filingCount how many there are, listed or not
 * @param evidence at most {@link #MOST_EVIDENCE}
 * @param numbers what its explanation quotes, by name
 */
public record Signal(
    String code,
    SignalFamily family,
    Subject subject,
    String window,
    double score,
    Instant first,
    Instant last,
    List<String> filings,
    int filingCount,
    List<Evidence> evidence,
    Map<String, Object> numbers) {

  public static final int MOST_FILINGS = 200;
  public static final int MOST_EVIDENCE = 50;

  public Signal {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(code + ": score " + score + " is not from 0 to 1");
    }
    filings =
        filings.size() > MOST_FILINGS
            ? List.copyOf(filings.subList(0, MOST_FILINGS))
            : List.copyOf(filings);
    evidence =
        evidence.size() > MOST_EVIDENCE
            ? List.copyOf(evidence.subList(0, MOST_EVIDENCE))
            : List.copyOf(evidence);
    numbers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(numbers));
  }

  /** Code, subject and window in one string. */
  public String id() {
    return code + "|" + subject.id() + "|" + window;
  }
}
