/** Takes samples from those who have them: what all ways in share. */
@NullMarked
package io.zhidun.collectors.metrics;

import org.jspecify.annotations.NullMarked;
