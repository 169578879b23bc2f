/** Simulated and real time: clocks, the timeline of actors, duty hours and the daily rhythm. */
@NullMarked
package io.zhidun.simulator.time;

import org.jspecify.annotations.NullMarked;
