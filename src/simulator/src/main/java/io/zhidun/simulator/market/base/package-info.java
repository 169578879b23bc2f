/** What honest applicants file, day by day. */
@NullMarked
package io.zhidun.simulator.market.base;

import org.jspecify.annotations.NullMarked;
