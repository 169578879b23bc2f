package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A signal while it is put together. */
final class SignalDraft {

  private final String code;
  private final SignalFamily family;
  private final Subject subject;
  private final String window;
  private final Map<String, Object> numbers = new LinkedHashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private List<String> filings = List.of();
  private int filingCount;

  SignalDraft(String code, SignalFamily family, Subject subject, String window) {
    this.code = code;
    this.family = family;
    this.subject = subject;
    this.window = window;
  }

  SignalDraft number(String name, Object value) {
    numbers.put(name, value);
    return this;
  }

  /** A number with two digits after the point. */
  SignalDraft rounded(String name, double value) {
    numbers.put(name, Math.round(value * 100) / 100.0);
    return this;
  }

  /**
   * @param namesAndValues a name before each value
   */
  SignalDraft evidence(String type, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    evidence.add(new Evidence(type, values));
    return this;
  }

  SignalDraft filings(List<String> numbers, int count) {
    filings = numbers;
    filingCount = count;
    return this;
  }

  Signal scored(double score, Instant first, Instant last) {
    double within = Math.max(0, Math.min(1, score));
    return new Signal(
        code,
        family,
        subject,
        window,
        Math.round(within * 1000) / 1000.0,
        first.isAfter(last) ? last : first,
        last,
        filings,
        filingCount,
        evidence,
        numbers);
  }
}
