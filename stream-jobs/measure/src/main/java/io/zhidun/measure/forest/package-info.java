/**
 * Several metrics of one thing looked at together. Source: Guha, Mishra, Roy and Schrijvers,
 * "Robust Random Cut Forest Based Anomaly Detection on Streams" (ICML 2016), by its authors'
 * library.
 */
@NullMarked
package io.zhidun.measure.forest;

import org.jspecify.annotations.NullMarked;
