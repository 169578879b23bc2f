package io.zhidun.simulator.sample;

import java.time.Instant;
import java.util.SortedMap;

/**
 * A value of a series.
 *
 * @param name as Prometheus exposes it, with {@code _total}, {@code _bucket}, {@code _sum}, {@code
 *     _count}
 * @param labels in the order of their names, without the name
 */
public record Sample(Instant time, String name, SortedMap<String, String> labels, double value) {}
