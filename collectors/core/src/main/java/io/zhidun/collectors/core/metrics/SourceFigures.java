package io.zhidun.collectors.core.metrics;

import io.zhidun.collectors.core.SourceCounters;

/**
 * Figures of one source at one moment.
 *
 * @param source id of the source
 * @param counters its counters
 * @param spooledBytes bytes in its spool
 * @param lagSeconds age of the oldest record that Kafka has not acknowledged
 */
public record SourceFigures(
    String source, SourceCounters counters, long spooledBytes, double lagSeconds) {}
