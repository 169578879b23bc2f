/** The three simulated systems: patent review, trademark, public service. */
@NullMarked
package io.zhidun.simulator.site;

import org.jspecify.annotations.NullMarked;
