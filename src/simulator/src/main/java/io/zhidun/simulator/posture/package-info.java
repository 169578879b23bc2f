/** What scanners, devices and rooms of the simulated systems report of themselves. */
@NullMarked
package io.zhidun.simulator.posture;

import org.jspecify.annotations.NullMarked;
