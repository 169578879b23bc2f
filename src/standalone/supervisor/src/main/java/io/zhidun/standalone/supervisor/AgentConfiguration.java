package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

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
    if (settings.demo()) {
      appendDemo(text);
    }
    return text.toString();
  }

  private void appendSyslog(StringBuilder to) {
    int port = settings.ports().of(Port.SYSLOG);
    String addresses = "\"127.0.0.1:" + port + "\"";
    if (ipv6) {
      addresses += ", \"[::1]:" + port + "\"";
    }
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

  private void appendDemo(StringBuilder to) {
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
