/** Figures of the agent for Prometheus, its health and its ledger. */
@NullMarked
package io.zhidun.collectors.core.metrics;

import org.jspecify.annotations.NullMarked;
