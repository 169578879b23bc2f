package io.zhidun.service.alert;

import io.zhidun.service.alert.AlertSearch.Facets;
import io.zhidun.service.alert.AlertSearch.Top;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Alerts for reading. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertEndpoint {
  private static final Set<String> TOP_BY =
      Set.of("source.ip", "user.name", "host.name", "system", "rule");
  private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);
  private static final Duration DEFAULT_RANGE = Duration.ofDays(1);
  private static final int MAX_TOP = 100;

  private final AlertSearch search;
  private final AlertDetail detail;
  private final Clock clock;

  AlertEndpoint(AlertSearch search, AlertDetail detail, Clock clock) {
    this.search = search;
    this.detail = detail;
    this.clock = clock;
  }

  @GetMapping
  Page<AlertRow> list(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AlertFilter filter = AlertFilter.read(parameters);
    AlertOrder.Directed order = order(parameters);
    Cursor cursor = cursor(parameters, order);
    int limit = parameters.limit();
    parameters.check();
    return search.page(filter, order, cursor, limit);
  }

  @GetMapping("/facets")
  Facets facets(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AlertFilter filter = AlertFilter.read(parameters);
    parameters.check();
    return search.facets(filter);
  }

  @GetMapping("/histogram")
  Histogram histogram(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AlertFilter filter = AlertFilter.read(parameters);
    Duration interval = parameters.duration("interval", DEFAULT_INTERVAL);
    Instant to = filter.to() != null ? filter.to() : clock.instant();
    Instant from = filter.from() != null ? filter.from() : to.minus(DEFAULT_RANGE);
    if (from.isBefore(to) && Histogram.buckets(from, to, interval) > Histogram.MAX_BUCKETS) {
      parameters.fault(
          "interval",
          interval.toString(),
          "must cut the range into at most " + Histogram.MAX_BUCKETS + " parts");
    }
    parameters.check();
    return Histogram.of(search.spans(filter.between(from, to)), from, to, interval);
  }

  @GetMapping("/top")
  Map<String, List<Top>> top(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AlertFilter filter = AlertFilter.read(parameters);
    String by = parameters.text("by", 64);
    if (by == null || !TOP_BY.contains(by)) {
      parameters.fault(
          "by",
          by == null ? "" : by,
          "must be one of source.ip, user.name, host.name, system, rule");
    }
    int limit = parameters.number("limit", 10, MAX_TOP);
    parameters.check();
    return Map.of("items", search.top(by == null ? "" : by, filter, limit));
  }

  @GetMapping("/{id}")
  ObjectNode one(@PathVariable String id) {
    return detail.of(id(id));
  }

  /** Reads an id, or the number that people know the alert by. */
  static long id(String text) {
    String digits = text.startsWith("AL-") ? text.substring(3) : text;
    if (!digits.matches("\\d{1,18}")) {
      throw Problems.invalid("id", text, "must be an alert's id or number");
    }
    return Long.parseLong(digits);
  }

  private static AlertOrder.Directed order(Parameters parameters) {
    List<AlertOrder.Directed> given =
        parameters.each(
            "sort",
            "must be lastSeen, severity or createdAt, after \"-\" for descending",
            AlertOrder.Directed::of);
    return given.isEmpty() ? AlertOrder.Directed.DEFAULT : given.get(0);
  }

  private static @Nullable Cursor cursor(Parameters parameters, AlertOrder.Directed order) {
    String text = parameters.text("cursor", 1024);
    if (text == null) {
      return null;
    }
    Cursor cursor = order.cursor(text);
    if (cursor == null) {
      parameters.fault("cursor", text, "must be the next of a page with the same sort");
    }
    return cursor;
  }
}
