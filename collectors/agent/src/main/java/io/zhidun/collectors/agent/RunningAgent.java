package io.zhidun.collectors.agent;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.CollectorSupervisor;
import io.zhidun.collectors.core.RestartBackoff;
import io.zhidun.collectors.core.metrics.AgentHealth;
import io.zhidun.collectors.core.metrics.CollectorMetrics;
import io.zhidun.collectors.core.metrics.MonitoringServer;
import io.zhidun.collectors.core.metrics.SourceFigures;
import io.zhidun.collectors.core.shipper.KafkaShipper;
import io.zhidun.collectors.core.shipper.ShipperOptions;
import io.zhidun.collectors.file.FileCollector;
import io.zhidun.collectors.http.HttpCollector;
import io.zhidun.collectors.http.RequestCounters;
import io.zhidun.collectors.metrics.MetricFigures;
import io.zhidun.collectors.metrics.MetricSource;
import io.zhidun.collectors.metrics.push.PushCollector;
import io.zhidun.collectors.metrics.push.RequestCounts;
import io.zhidun.collectors.metrics.scrape.ScrapeCollector;
import io.zhidun.collectors.metrics.scrape.ScrapeOptions;
import io.zhidun.collectors.probe.ProbeCollector;
import io.zhidun.collectors.probe.ProbeOptions;
import io.zhidun.collectors.syslog.SyslogCollector;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The parts of an agent at work. */
final class RunningAgent implements AutoCloseable {
  private final StateLock lock;
  private final KafkaShipper shipper;
  private final CollectorSupervisor supervisor;
  private final MonitoringServer monitoring;

  private RunningAgent(
      StateLock lock,
      KafkaShipper shipper,
      CollectorSupervisor supervisor,
      MonitoringServer monitoring) {
    this.lock = lock;
    this.shipper = shipper;
    this.supervisor = supervisor;
    this.monitoring = monitoring;
  }

  static RunningAgent start(AgentConfig config, Clock clock) throws IOException {
    StateLock lock = StateLock.take(config.state());
    KafkaShipper shipper = KafkaShipper.start(shipperOptions(config), clock);
    List<HttpCollector> https =
        config.https().stream()
            .map(each -> new HttpCollector(each, shipper, clock, System::nanoTime))
            .toList();
    List<Collector> collectors = collectors(config, shipper, clock);
    collectors.addAll(https);
    List<PushCollector> pushes =
        config.metrics().pushes().stream()
            .map(each -> new PushCollector(each, shipper, clock))
            .toList();
    collectors.addAll(pushes);
    List<MetricSource> metrics = addMetrics(config.metrics(), shipper, clock, collectors);
    pushes.forEach(each -> metrics.addAll(each.sources()));
    CollectorSupervisor supervisor =
        new CollectorSupervisor(collectors, RestartBackoff.defaults(), System::nanoTime);
    PrometheusRegistry registry = new PrometheusRegistry();
    RequestCounters.register(registry, https);
    RequestCounts.register(registry, pushes);
    MetricFigures.register(registry, () -> metrics);
    CollectorMetrics.register(registry, shipper::figures, supervisor::statuses, clock);
    MonitoringServer monitoring;
    try {
      monitoring =
          MonitoringServer.start(config.metricsPort(), registry, () -> health(shipper, supervisor));
    } catch (IOException e) {
      shipper.close();
      throw e;
    }
    supervisor.start();
    return new RunningAgent(lock, shipper, supervisor, monitoring);
  }

  private static ShipperOptions shipperOptions(AgentConfig config) {
    ShipperOptions usual = ShipperOptions.of(config.agent(), config.bootstrap(), config.state());
    return new ShipperOptions(
        usual.collector(),
        usual.bootstrap(),
        usual.state(),
        config.spoolLimit(),
        config.sync(),
        usual.windowBytes(),
        usual.linger(),
        usual.stalledAfter());
  }

  private static List<Collector> collectors(AgentConfig config, KafkaShipper shipper, Clock clock) {
    List<Collector> collectors = new ArrayList<>();
    config
        .files()
        .forEach(each -> collectors.add(new FileCollector(each, shipper, clock, System::nanoTime)));
    config
        .syslogs()
        .forEach(
            each -> collectors.add(new SyslogCollector(each, shipper, clock, System::nanoTime)));
    return collectors;
  }

  /** Adds those that fetch samples themselves; gives their sources. */
  private static List<MetricSource> addMetrics(
      MetricConfig config, KafkaShipper shipper, Clock clock, List<Collector> to) {
    List<MetricSource> sources = new ArrayList<>();
    for (ScrapeOptions each : config.scrapes()) {
      ScrapeCollector scrape = new ScrapeCollector(each, shipper, clock, System::nanoTime);
      to.add(scrape);
      sources.add(scrape.source());
    }
    for (ProbeOptions each : config.probes()) {
      ProbeCollector probe = new ProbeCollector(each, shipper, clock, System::nanoTime);
      to.add(probe);
      sources.add(probe.source());
    }
    return sources;
  }

  private static AgentHealth health(KafkaShipper shipper, CollectorSupervisor supervisor) {
    long spooled = shipper.figures().stream().mapToLong(SourceFigures::spooledBytes).sum();
    return AgentHealth.of(shipper.connected(), spooled, supervisor.statuses());
  }

  int metricsPort() {
    return monitoring.port();
  }

  /** In order: no more input, then the shipper, then what people ask. */
  @Override
  public void close() {
    supervisor.close();
    shipper.close();
    monitoring.close();
    lock.close();
  }
}
