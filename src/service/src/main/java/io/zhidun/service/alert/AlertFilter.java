package io.zhidun.service.alert;

import io.zhidun.events.Severity;
import io.zhidun.service.web.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a request is about. Values of one parameter are alternatives; different parameters,
 * and different fields, must all hold.
 *
 * @param fields wanted values by field name
 * @param from alerts seen at or after this time, or null
 * @param to alerts seen before this time, or null
 */
record AlertFilter(
    List<AlertState> states,
    List<Severity> severities,
    List<String> systems,
    List<String> rules,
    List<Map.Entry<String, String>> fields,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to) {
  private static final int MAX_VALUE = 512;

  static AlertFilter read(Parameters parameters) {
    AlertFilter filter =
        new AlertFilter(
            parameters.each(
                "state", "must be one of firing, acknowledged, resolved, closed", AlertState::of),
            parameters.each(
                "severity",
                "must be one of informational, low, medium, high, critical",
                Severity::of),
            parameters.texts("system", MAX_VALUE),
            parameters.texts("rule", MAX_VALUE),
            parameters.each("field", "must read name:value", AlertFilter::field),
            parameters.text("q", MAX_VALUE),
            parameters.time("from"),
            parameters.time("to"));
    if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
      parameters.fault("from", filter.from.toString(), "must be before to");
    }
    return filter;
  }

  /** The same filter over another range of time. */
  AlertFilter between(Instant start, Instant end) {
    return new AlertFilter(states, severities, systems, rules, fields, text, start, end);
  }

  private static Map.Entry<String, String> field(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1 || text.length() > 2 * MAX_VALUE) {
      throw new IllegalArgumentException(text);
    }
    return Face.field(text.substring(0, colon), text.substring(colon + 1));
  }
}
