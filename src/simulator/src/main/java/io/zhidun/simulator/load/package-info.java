/** People who use the simulated systems, and their near misses of what rules look for. */
@NullMarked
package io.zhidun.simulator.load;

import org.jspecify.annotations.NullMarked;
