package io.zhidun.collectors.agent;

import io.zhidun.collectors.metrics.push.PushOptions;
import io.zhidun.collectors.metrics.scrape.ScrapeOptions;
import io.zhidun.collectors.probe.ProbeOptions;
import java.util.List;

/**
 * What an agent is told of metrics.
 *
 * @param scrapes collectors that scrape targets
 * @param pushes receivers of pushed samples
 * @param probes collectors that probe
 */
public record MetricConfig(
    List<ScrapeOptions> scrapes, List<PushOptions> pushes, List<ProbeOptions> probes) {
  /** Nothing of metrics. */
  public static final MetricConfig NONE = new MetricConfig(List.of(), List.of(), List.of());

  public MetricConfig {
    scrapes = List.copyOf(scrapes);
    pushes = List.copyOf(pushes);
    probes = List.copyOf(probes);
  }
}
