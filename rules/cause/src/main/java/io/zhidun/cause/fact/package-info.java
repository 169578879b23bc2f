/** What is known of an outage: alerts and changes as timed facts on nodes. */
@NullMarked
package io.zhidun.cause.fact;

import org.jspecify.annotations.NullMarked;
