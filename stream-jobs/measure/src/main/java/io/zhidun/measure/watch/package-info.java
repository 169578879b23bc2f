/**
 * Detectors that run on every series: a few kilobytes and less than a microsecond each. They take
 * finite samples in the order of time; {@link io.zhidun.measure.SampleGate} stands before them.
 */
@NullMarked
package io.zhidun.measure.watch;

import org.jspecify.annotations.NullMarked;
