/** The security job: normalise, match, correlate, judge. */
@NullMarked
package io.zhidun.stream.detect;

import org.jspecify.annotations.NullMarked;
