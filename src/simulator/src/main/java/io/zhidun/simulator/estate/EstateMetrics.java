package io.zhidun.simulator.estate;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * What the estate shows of itself. Requests between components are counted in the words of the
 * service graph that Grafana Tempo makes of OpenTelemetry traces, so that a topology is learned
 * from it as from a real one.
 */
final class EstateMetrics {
  private static final double[] BOUNDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter asked =
      counter("traces_service_graph_request_total", "Requests between two services.");
  private final Counter failed =
      counter("traces_service_graph_request_failed_total", "Requests that got no good answer.");
  private final Histogram seconds =
      Histogram.builder()
          .name("traces_service_graph_request_server_seconds")
          .help("Time that the server needed.")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .labelNames("client", "server", "connection_type")
          .register(registry);
  private final Counter published = counter("published", "Messages taken by the queue.", "queue");
  private final Counter consumed = counter("consumed", "Messages that were done.", "queue");
  private final Gauge messages = gauge("queue_messages", "Messages waiting.", "queue");
  private final Gauge limit = gauge("queue_limit_messages", "Most messages.", "queue");
  private final Gauge oldest =
      gauge("queue_oldest_message_seconds", "Age of the oldest message.", "queue");
  private final Gauge inUse = gauge("pool_in_use", "Slots or connections taken.", "component");
  private final Gauge size = gauge("pool_size", "Slots or connections.", "component");
  private final Gauge up =
      gauge("instance_up", "Whether it takes connections.", "component", "host");
  private final Gauge build = gauge("build_info", "What runs, always 1.", "component", "version");
  private final Gauge deployed =
      gauge("deployed_timestamp_seconds", "When it came there.", "component");
  private final Gauge memory = gauge("memory_used_bytes", "Memory in use.", "component");
  private final Gauge memoryLimit = gauge("memory_limit_bytes", "Most memory.", "component");
  private final Gauge notAfter =
      gauge("certificate_not_after_timestamp_seconds", "End of the certificate.", "component");
  private final Gauge listener = gauge("listener_up", "Whether it listens.", "component", "family");
  private final Gauge diskFree = host("node_filesystem_avail_bytes", "Room left.", "mountpoint");
  private final Gauge diskSize = host("node_filesystem_size_bytes", "Room in all.", "mountpoint");
  private final Gauge clock = host("node_timex_offset_seconds", "Clock against its source.");

  private Counter counter(String name, String help) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames("client", "server", "connection_type")
        .register(registry);
  }

  private Counter counter(String what, String help, String label) {
    String name = "ip_platform_queue_" + what + "_total";
    return Counter.builder().name(name).help(help).labelNames(label).register(registry);
  }

  private Gauge gauge(String name, String help, String... labels) {
    return Gauge.builder()
        .name("ip_platform_" + name)
        .help(help)
        .labelNames(labels)
        .register(registry);
  }

  private Gauge host(String name, String help, String... more) {
    String[] labels = more.length == 0 ? new String[] {"host"} : new String[] {"host", more[0]};
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  /** Shows an edge before anybody asked along it. */
  void known(String client, Component server) {
    String type = type(client, server);
    asked.labelValues(client, server.id(), type).inc(0);
    failed.labelValues(client, server.id(), type).inc(0);
  }

  void asked(String client, Component server, Outcome outcome) {
    String type = type(client, server);
    asked.labelValues(client, server.id(), type).inc();
    failed.labelValues(client, server.id(), type).inc(outcome.isFailed() ? 1 : 0);
    seconds.labelValues(client, server.id(), type).observe(outcome.seconds());
  }

  private static String type(String client, Component server) {
    return switch (server.kind()) {
      case SERVICE -> client.equals(Estate.USER) ? "virtual_node" : "";
      case DATABASE -> "database";
      case QUEUE -> "messaging_system";
      case EXTERNAL -> "virtual_node";
    };
  }

  void published() {
    published.labelValues(Component.FILING_QUEUE.id()).inc();
  }

  void consumed() {
    consumed.labelValues(Component.FILING_QUEUE.id()).inc();
  }

  void queue(int waiting, int most, double oldestSeconds) {
    String id = Component.FILING_QUEUE.id();
    published.labelValues(id).inc(0);
    consumed.labelValues(id).inc(0);
    messages.labelValues(id).set(waiting);
    limit.labelValues(id).set(most);
    oldest.labelValues(id).set(oldestSeconds);
  }

  void pool(Component component, double used, double all) {
    inUse.labelValues(component.id()).set(used);
    size.labelValues(component.id()).set(all);
  }

  void instance(Component component, String host, boolean alive) {
    up.labelValues(component.id(), host).set(alive ? 1 : 0);
  }

  void build(Component component, Conditions.Build what) {
    build.labelValues(component.id(), what.version()).set(1);
    deployed.labelValues(component.id()).set(what.deployed().getEpochSecond());
  }

  /** A version that no longer runs leaves no series behind. */
  void forgetBuilds() {
    build.clear();
  }

  void memory(Component component, double used, double all) {
    memory.labelValues(component.id()).set(used);
    memoryLimit.labelValues(component.id()).set(all);
  }

  void certificate(Component component, double end) {
    notAfter.labelValues(component.id()).set(end);
  }

  void listener(Component component, String family, boolean listens) {
    listener.labelValues(component.id(), family).set(listens ? 1 : 0);
  }

  void disk(String host, double free, double all) {
    diskFree.labelValues(host, "/var/lib").set(free);
    diskSize.labelValues(host, "/var/lib").set(all);
  }

  void clock(String host, double aheadSeconds) {
    clock.labelValues(host).set(aheadSeconds);
  }

  MetricSnapshots scrape() {
    return registry.scrape();
  }
}
