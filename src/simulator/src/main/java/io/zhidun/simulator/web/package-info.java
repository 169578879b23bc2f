/** The HTTP seen by the simulated systems, served over loopback or called in the same process. */
@NullMarked
package io.zhidun.simulator.web;

import org.jspecify.annotations.NullMarked;
