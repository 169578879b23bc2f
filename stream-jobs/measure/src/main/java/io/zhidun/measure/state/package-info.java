/** The binary form of detectors' state. */
@NullMarked
package io.zhidun.measure.state;

import org.jspecify.annotations.NullMarked;
