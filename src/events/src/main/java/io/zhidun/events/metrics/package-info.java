/** Samples of metrics as they travel through {@link io.zhidun.events.Topics#METRICS}. */
@NullMarked
package io.zhidun.events.metrics;

import org.jspecify.annotations.NullMarked;
