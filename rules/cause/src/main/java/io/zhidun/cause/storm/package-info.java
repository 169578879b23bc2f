/** Facts gathered by topology and time. */
@NullMarked
package io.zhidun.cause.storm;

import org.jspecify.annotations.NullMarked;
