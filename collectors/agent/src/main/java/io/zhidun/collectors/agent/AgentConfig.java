package io.zhidun.collectors.agent;

import io.zhidun.collectors.core.spool.SyncPolicy;
import io.zhidun.collectors.file.FileOptions;
import io.zhidun.collectors.http.HttpOptions;
import io.zhidun.collectors.syslog.SyslogOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What an agent is told.
 *
 * @param agent its id
 * @param bootstrap Kafka's addresses
 * @param state directory of positions and spools
 * @param spoolLimit bytes all spools may take
 * @param sync when spooled records are forced to the disk
 * @param metricsPort loopback port of metrics and health
 * @param files file collectors
 * @param syslogs syslog collectors
 * @param https HTTP collectors
 * @param metrics scrapes, receivers and probes
 */
public record AgentConfig(
    String agent,
    String bootstrap,
    Path state,
    long spoolLimit,
    SyncPolicy sync,
    int metricsPort,
    List<FileOptions> files,
    List<SyslogOptions> syslogs,
    List<HttpOptions> https,
    MetricConfig metrics) {
  public AgentConfig {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(bootstrap, "bootstrap");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(sync, "sync");
    files = List.copyOf(files);
    syslogs = List.copyOf(syslogs);
    https = List.copyOf(https);
    Objects.requireNonNull(metrics, "metrics");
    if (spoolLimit < 1) {
      throw new IllegalArgumentException("spoolLimit must be at least 1, was " + spoolLimit);
    }
    if (metricsPort < 0 || metricsPort > 65_535) {
      throw new IllegalArgumentException("metricsPort must be 0 to 65535, was " + metricsPort);
    }
  }
}
