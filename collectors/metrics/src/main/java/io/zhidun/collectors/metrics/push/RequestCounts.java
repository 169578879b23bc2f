package io.zhidun.collectors.metrics.push;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of a receiver's requests. Alert when {@code not_kept}, {@code busy} or {@code
 * series_cap} grows: samples come late or not at all. Safe for several threads.
 */
public final class RequestCounts {
  private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

  RequestCounts() {
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, new LongAdder());
    }
  }

  void add(Outcome outcome) {
    LongAdder adder = counts.get(outcome);
    if (adder != null) {
      adder.increment();
    }
  }

  long of(Outcome outcome) {
    LongAdder adder = counts.get(outcome);
    return adder == null ? 0 : adder.sum();
  }

  /** Shows the requests of all receivers of an agent. */
  public static void register(PrometheusRegistry registry, List<PushCollector> collectors) {
    CounterWithCallback.builder()
        .name("zhidun_metrics_push_requests_total")
        .help("Requests that pushed samples, by what became of them")
        .labelNames("collector", "outcome")
        .callback(
            to ->
                collectors.forEach(
                    each -> {
                      for (Outcome outcome : Outcome.values()) {
                        to.call(each.counts().of(outcome), each.name(), outcome.label());
                      }
                    }))
        .register(registry);
  }
}
