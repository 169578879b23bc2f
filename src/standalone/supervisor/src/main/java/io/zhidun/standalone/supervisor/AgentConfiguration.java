package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the collectors.yml of the agent, which follows the ports and the demonstration. */
final class AgentConfiguration {
  /** A log that each simulated system writes. */
  private record DemoLog(String name, String dataset) {}

  private static final List<DemoLog> DEMO_LOGS =
      List.of(
          new DemoLog("access", "nginx-access"),
          new DemoLog("audit", "ip-audit"),
          new DemoLog("auth", "syslog"),
          new DemoLog("devices", "syslog"),
          new DemoLog("probes", "ip-audit"),
          new DemoLog("posture", "posture"));

  private static final List<String> DEMO_SYSTEMS =
      List.of("patent-review", "trademark", "public-service");

  private final Installation at;
  private final Settings settings;
  private final boolean ipv6;
  private final ZoneId zone;

  AgentConfiguration(Installation at, Settings settings, boolean ipv6, ZoneId zone) {
    this.at = at;
    this.settings = settings;
    this.ipv6 = ipv6;
    this.zone = zone;
  }

  /** Writes the file unless a person changed it; returns whether it is ours. */
  boolean write() throws IOException {
    return new OwnedFile(at.collectors()).write(text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # What the agent of this installation collects. Change this file as you like: from then on
        # `zhidun up` leaves it alone. Delete it to get a fresh one.
        agent: agent-1
        kafka: {bootstrap: "127.0.0.1:%d"}
        # Positions in followed files, and what waits while Kafka is away.
        state: %s
        spool: {limit: 1GiB}
        # GET /health and GET /metrics.
        metrics: {port: %d}
        # For sources that say no zone and name none here: the zone of this machine.
        zone: %s
        collectors:
        """
            .formatted(
                settings.ports().of(Port.KAFKA),
                quoted(at.of(Plan.AGENT)),
                settings.ports().of(Port.AGENT),
                zone.getId()));
    appendSyslog(text);
    appendFilings(text);
    appendMetrics(text);
    if (settings.demo()) {
      appendDemo(text);
    }
    return text.toString();
  }

  private void appendSyslog(StringBuilder to) {
    int port = settings.ports().of(Port.SYSLOG);
    String addresses = addresses(port);
    to.append("  # Servers of any kind: rsyslog's omfwd sends here, over UDP or TCP.\n");
    to.append("  - type: syslog\n    source: syslog\n    dataset: syslog\n");
    to.append("    udp: [").append(addresses).append("]\n");
    to.append("    tcp: [").append(addresses).append("]\n");
  }

  private void appendFilings(StringBuilder to) {
    to.append(
        """
          # Patent and trademark filings: POST http://localhost:%d/v1/filings, Zhidun-Source: filings.
          - type: http
            name: filings
            port: %d
            sources: [filings, market]
            zone: Asia/Shanghai
        """
            .formatted(settings.ports().of(Port.FILINGS), settings.ports().of(Port.FILINGS)));
  }

  private void appendMetrics(StringBuilder to) {
    to.append(
        """
          # Metrics: Prometheus' remote_write to http://localhost:%1$d/api/v1/write, OTLP over HTTP to
          # http://localhost:%1$d/v1/metrics (Zhidun-Source: otel).
          - type: push
            name: push
            listen: [%2$s]
            sources: [prometheus, otel]
          # What the platform says of itself.
          - type: scrape
            source: zhidun
            targets: [%3$s]
          - {type: scrape, source: zhidun-service, path: /actuator/prometheus, targets: ["127.0.0.1:%4$d"]}
        """
            .formatted(
                settings.ports().of(Port.PUSH),
                addresses(settings.ports().of(Port.PUSH)),
                Stream.of(Port.STREAM, Port.AGENT, Port.SERIES, Port.PROMETHEUS)
                    .map(port -> "\"127.0.0.1:" + settings.ports().of(port) + "\"")
                    .collect(Collectors.joining(", ")),
                settings.ports().of(Port.HTTP)));
  }

  private String addresses(int port) {
    String addresses = "\"127.0.0.1:" + port + "\"";
    return ipv6 ? addresses + ", \"[::1]:" + port + "\"" : addresses;
  }

  /** What the simulated systems measure, and whether they answer over both versions of IP. */
  private void appendDemoMetrics(StringBuilder to) {
    List<Integer> ports =
        Stream.of(Port.PATENT_REVIEW, Port.TRADEMARK, Port.PUBLIC_SERVICE)
            .map(settings.ports()::of)
            .toList();
    to.append("  - type: scrape\n    source: systems\n    interval: 10s\n    targets: [");
    to.append(
        ports.stream().map(port -> "\"127.0.0.1:" + port + "\"").collect(Collectors.joining(", ")));
    to.append("]\n  - type: probe\n    source: probes\n    interval: 10s\n    checks:\n");
    for (int i = 0; i < ports.size(); i++) {
      for (String host : ipv6 ? List.of("127.0.0.1", "[::1]") : List.of("127.0.0.1")) {
        to.append(
            "      - {check: http, target: \"http://%s:%d/health\", labels: {system: %s}}\n"
                .formatted(host, ports.get(i), DEMO_SYSTEMS.get(i)));
      }
    }
    to.append(
        "      - {check: tls, target: \"127.0.0.1:%d\", verify: false, labels: {system: patent-review}}\n"
            .formatted(settings.ports().of(Port.PATENT_REVIEW_TLS)));
  }

  private void appendDemo(StringBuilder to) {
    appendDemoMetrics(to);
    to.append("  # The simulated systems of the demonstration.\n");
    for (String system : DEMO_SYSTEMS) {
      DEMO_LOGS.forEach(log -> to.append(fileCollector(system, log)));
    }
  }

  private String fileCollector(String system, DemoLog log) {
    Path file = at.of(Plan.SIMULATOR).resolve(system).resolve(log.name() + ".log");
    return """
          - type: file
            source: %s-%s
            paths: [%s]
            dataset: %s
            zone: Asia/Shanghai
            start: beginning
        """
        .formatted(system, log.name(), quoted(file), log.dataset());
  }

  /** A JSON string is a YAML string. */
  private static String quoted(Path path) {
    return Json.mapper().writeValueAsString(path.toString());
  }
}
