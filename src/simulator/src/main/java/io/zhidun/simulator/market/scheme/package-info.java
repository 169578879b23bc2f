/** Bad-faith filing by script, deeds that only look like it, and the truth about both. */
@NullMarked
package io.zhidun.simulator.market.scheme;

import org.jspecify.annotations.NullMarked;
