package io.zhidun.testkit.outage;

/**
 * An edge of the map.
 *
 * @param kind {@code CALLS}, {@code RUNS_ON}, {@code STORES_IN}, {@code PUBLISHES_TO}, {@code
 *     READS_FROM}, {@code IN_ZONE} or {@code SERVES}
 */
public record MapEdge(String from, String to, String kind) {}
