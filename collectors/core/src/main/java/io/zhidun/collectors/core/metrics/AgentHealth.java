package io.zhidun.collectors.core.metrics;

import io.zhidun.collectors.core.CollectorStatus;
import java.util.List;

/**
 * What {@code GET /health} answers. An agent without Kafka is healthy: it keeps what it receives.
 *
 * @param status up; degraded without Kafka; down while a collector waits to be started again
 * @param kafka connected or away
 * @param spooledBytes bytes that wait on disk
 * @param collectors state of each collector
 */
public record AgentHealth(
    String status, String kafka, long spooledBytes, List<CollectorStatus> collectors) {
  private static final String DOWN = "down";

  public AgentHealth {
    collectors = List.copyOf(collectors);
  }

  /** Health from the parts' own words. */
  public static AgentHealth of(
      boolean connected, long spooledBytes, List<CollectorStatus> collectors) {
    boolean failed = collectors.stream().anyMatch(each -> each.fault() != null);
    String status = failed ? DOWN : connected ? "up" : "degraded";
    return new AgentHealth(status, connected ? "connected" : "away", spooledBytes, collectors);
  }

  /** Whether all collectors run. */
  boolean healthy() {
    return !status.equals(DOWN);
  }
}
