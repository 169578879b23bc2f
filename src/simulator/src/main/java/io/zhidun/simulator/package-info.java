/** The simulated systems as one process: options, assembly, main. */
@NullMarked
package io.zhidun.simulator;

import org.jspecify.annotations.NullMarked;
