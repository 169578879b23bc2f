/** What stands behind the three systems and how it answers: databases, search, queue, gateway. */
@NullMarked
package io.zhidun.simulator.estate;

import org.jspecify.annotations.NullMarked;
