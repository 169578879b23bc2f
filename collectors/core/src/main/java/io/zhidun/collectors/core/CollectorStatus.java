package io.zhidun.collectors.core;

import org.jspecify.annotations.Nullable;

/**
 * How a collector is doing.
 *
 * @param name the collector's name
 * @param restarts how often it was started again
 * @param fault why it waits to be started again, or null while it runs
 */
public record CollectorStatus(String name, long restarts, @Nullable String fault) {}
