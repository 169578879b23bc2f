package io.zhidun.collectors.http;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;

/**
 * What became of a collector's requests and connections. Alert when {@code unauthorized} grows, and
 * when {@code not_kept} or {@code busy} does: clients are turned away. Safe for several threads.
 */
public final class RequestCounters {
  private final LongAdder accepted = new LongAdder();
  private final LongAdder disconnected = new LongAdder();
  private final LongAdder connectionLimit = new LongAdder();
  private final Map<Problem, LongAdder> refused = new EnumMap<>(Problem.class);

  RequestCounters() {
    for (Problem problem : Problem.values()) {
      refused.put(problem, new LongAdder());
    }
  }

  void accepted() {
    accepted.increment();
  }

  /** The client went away before it had an answer. */
  void disconnected() {
    disconnected.increment();
  }

  /** A connection above the limit was closed. */
  void connectionLimit() {
    connectionLimit.increment();
  }

  void refused(Problem problem) {
    LongAdder adder = refused.get(problem);
    if (adder != null) {
      adder.increment();
    }
  }

  /** Every outcome with its count. */
  void each(ObjLongConsumer<String> to) {
    to.accept("accepted", accepted.sum());
    to.accept("disconnected", disconnected.sum());
    to.accept("connection_limit", connectionLimit.sum());
    refused.forEach((problem, count) -> to.accept(problem.label(), count.sum()));
  }

  /** Shows the requests of all HTTP collectors of an agent. */
  public static void register(PrometheusRegistry registry, List<HttpCollector> collectors) {
    CounterWithCallback.builder()
        .name("zhidun_collector_http_requests_total")
        .help("HTTP requests by what became of them")
        .labelNames("collector", "outcome")
        .callback(
            shown ->
                collectors.forEach(
                    each ->
                        each.counters()
                            .each((outcome, count) -> shown.call(count, each.name(), outcome))))
        .register(registry);
  }
}
