/**
 * The ensemble: ten views of a series, each judged by how rare its value is among the last five
 * thousand, and the sum of the two rarest. One setting for all series.
 */
@NullMarked
package io.zhidun.measure.ensemble;

import org.jspecify.annotations.NullMarked;
