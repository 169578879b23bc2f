/** The series of simulated days, made without requests: a week in seconds. */
@NullMarked
package io.zhidun.simulator.sample;

import org.jspecify.annotations.NullMarked;
