/** The smallest questions that rules ask of an event, and the exact answer to each. */
@NullMarked
package io.zhidun.rules.atom;

import org.jspecify.annotations.NullMarked;
