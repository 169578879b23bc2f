/** Scripted and injected faults: what they change, when, and the truth about them. */
@NullMarked
package io.zhidun.simulator.fault;

import org.jspecify.annotations.NullMarked;
