/** Invented applications and marks, and the words they are made of. */
@NullMarked
package io.zhidun.simulator.record;

import org.jspecify.annotations.NullMarked;
