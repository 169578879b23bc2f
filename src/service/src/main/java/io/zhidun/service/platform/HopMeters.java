package io.zhidun.service.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhidun.service.platform.Platform.Hop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Repeats what other parts count under the service's own metrics, so that one page shows all. */
@Component
class HopMeters {
  private static final List<String> OTHERS = List.of("collect", "stream", "index");

  private final Map<String, Double> values = new ConcurrentHashMap<>();

  HopMeters(MeterRegistry registry) {
    for (String hop : OTHERS) {
      for (String outcome : List.of("in", "out", "rejected")) {
        FunctionCounter.builder(
                "zhidun.hop.records", values, v -> v.getOrDefault(hop + outcome, 0.0))
            .tag("hop", hop)
            .tag("outcome", outcome)
            .register(registry);
      }
      Gauge.builder("zhidun.hop.lag.records", values, v -> v.getOrDefault(hop, Double.NaN))
          .tag("hop", hop)
          .register(registry);
    }
    Gauge.builder("zhidun.gaps.records", values, v -> v.getOrDefault("gaps", Double.NaN))
        .register(registry);
  }

  void update(List<Hop> hops, @Nullable Long gaps) {
    for (Hop hop : hops) {
      put(hop.name() + "in", hop.in());
      put(hop.name() + "out", hop.out());
      put(hop.name() + "rejected", hop.rejected());
      put(hop.name(), hop.lag());
    }
    put("gaps", gaps);
  }

  /** A part that does not answer keeps its last figure: a counter must not fall to zero. */
  private void put(String key, @Nullable Long value) {
    if (value != null) {
      values.put(key, value.doubleValue());
    }
  }
}
