package io.zhidun.service.alert;

import io.zhidun.events.Severity;
import io.zhidun.service.alert.AlertSearch.Span;
import io.zhidun.service.store.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts over time: each counts in every interval in which it was seen, so that a bar counts what
 * the list shows for its interval.
 */
record Histogram(Duration interval, List<Map<String, Object>> buckets) {
  static final int MAX_BUCKETS = 1000;

  /** How many intervals lie between two times; the first starts at a multiple of the interval. */
  static long buckets(Instant from, Instant to, Duration interval) {
    long step = Micros.of(interval);
    return Math.floorDiv(Micros.of(to) - 1, step) - Math.floorDiv(Micros.of(from), step) + 1;
  }

  static Histogram of(List<Span> spans, Instant from, Instant to, Duration interval) {
    long step = Micros.of(interval);
    long first = Math.floorDiv(Micros.of(from), step);
    int count = (int) buckets(from, to, interval);
    long[][] changes = new long[Severity.values().length][count + 1];
    for (Span span : spans) {
      long start = Math.max(0, Math.floorDiv(span.first(), step) - first);
      long end = Math.min(count - 1L, Math.floorDiv(span.last(), step) - first);
      if (start <= end) {
        changes[span.severity()][(int) start]++;
        changes[span.severity()][(int) end + 1]--;
      }
    }
    return new Histogram(interval, rows(changes, first, step, count));
  }

  private static List<Map<String, Object>> rows(
      long[][] changes, long first, long step, int count) {
    long[] running = new long[changes.length];
    List<Map<String, Object>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("time", Micros.instant((first + i) * step));
      for (Severity severity : Severity.values()) {
        running[severity.ordinal()] += changes[severity.ordinal()][i];
        row.put(severity.label(), running[severity.ordinal()]);
      }
      rows.add(row);
    }
    return rows;
  }
}
