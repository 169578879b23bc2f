package io.zhidun.simulator.market.scheme;

import java.time.Instant;
import java.util.List;

/**
 * One instance of a scheme.
 *
 * @param kind P1 to P9 (Order 77) or T1 to T10 (trademarks), as numbered in the domain
 * @param also kinds that may rightly be found as well
 * @param expectedTier {@code warning} where independent signs meet, {@code hint} where there is one
 *     sign; at least that should be found, and of P3 alone no more
 * @param group whether the subjects should be found as one linked group
 * @param filings application numbers in the order of filing, at most 1,000
 */
public record SchemeTruth(
    String scheme,
    String id,
    String kind,
    List<String> also,
    String expectedTier,
    List<SubjectKey> subjects,
    boolean group,
    List<String> filings,
    List<String> accounts,
    Instant started,
    Instant finished)
    implements Truth {

  public SchemeTruth {
    also = List.copyOf(also);
    subjects = List.copyOf(subjects);
    filings = List.copyOf(filings);
    accounts = List.copyOf(accounts);
  }

  @Override
  public String json() {
    StringBuilder json = new StringBuilder(256 + filings.size() * 16);
    json.append("{\"scheme\":\"").append(scheme).append("\",\"id\":\"").append(id);
    json.append("\",\"kind\":\"").append(kind).append("\",\"also\":");
    strings(json, also);
    json.append(",\"expectedTier\":\"").append(expectedTier).append("\",\"subjects\":[");
    for (int i = 0; i < subjects.size(); i++) {
      SubjectKey subject = subjects.get(i);
      json.append(i == 0 ? "" : ",").append("{\"type\":\"").append(subject.type());
      json.append("\",\"key\":\"").append(subject.key()).append("\"}");
    }
    json.append("],\"group\":").append(group).append(",\"filings\":");
    strings(json, filings);
    json.append(",\"accounts\":");
    strings(json, accounts);
    json.append(",\"started\":\"").append(started).append("\",\"finished\":\"");
    return json.append(finished).append("\"}").toString();
  }

  static void strings(StringBuilder json, List<String> values) {
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "\"" : ",\"").append(values.get(i)).append('"');
    }
    json.append(']');
  }
}
