/** Filings, changes, actions and register entries as lines, in the order of time. */
@NullMarked
package io.zhidun.simulator.market.stream;

import org.jspecify.annotations.NullMarked;
