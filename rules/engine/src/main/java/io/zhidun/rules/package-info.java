/** Rule sets: what the stream, the command line and the tests run events through. */
@NullMarked
package io.zhidun.rules;

import org.jspecify.annotations.NullMarked;
