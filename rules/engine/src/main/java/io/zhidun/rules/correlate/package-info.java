/** Event-time state machines that count and relate matches of a group. */
@NullMarked
package io.zhidun.rules.correlate;

import org.jspecify.annotations.NullMarked;
