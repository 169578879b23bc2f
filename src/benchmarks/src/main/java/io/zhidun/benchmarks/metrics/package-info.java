/** How well and how fast anomalies of metrics are found. */
@NullMarked
package io.zhidun.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
