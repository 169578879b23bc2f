/** The text forms of metrics: Prometheus 0.0.4 and OpenMetrics 1.0. */
@NullMarked
package io.zhidun.collectors.metrics.text;

import org.jspecify.annotations.NullMarked;
