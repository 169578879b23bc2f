package io.zhidun.testkit.outage;

import java.time.Instant;

/**
 * An alert or a change, as it is told.
 *
 * @param at its own time, by the clock of its host
 * @param arrives when it is told
 * @param signal what is told, such as {@code LATENCY} or {@code DEPLOYMENT}
 * @param severity 1 to 4
 */
public record OutageAlert(
    String id, String node, Instant at, Instant arrives, String signal, int severity) {}
