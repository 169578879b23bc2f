/**
 * The Numenta Anomaly Benchmark: its scoring, and the reading of its series. Source: Lavin and
 * Ahmad 2015, "Evaluating Real-time Anomaly Detection Algorithms: the Numenta Anomaly Benchmark".
 */
@NullMarked
package io.zhidun.measure.nab;

import org.jspecify.annotations.NullMarked;
