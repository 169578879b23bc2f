/** Scripted attacks and the ground truth they leave. */
@NullMarked
package io.zhidun.simulator.attack;

import org.jspecify.annotations.NullMarked;
