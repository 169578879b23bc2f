/** Which detectors a series gets without anyone choosing. */
@NullMarked
package io.zhidun.measure.choice;

import org.jspecify.annotations.NullMarked;
