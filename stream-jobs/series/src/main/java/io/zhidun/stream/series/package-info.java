/** Writes samples into Prometheus. */
@NullMarked
package io.zhidun.stream.series;

import org.jspecify.annotations.NullMarked;
