/** What every collector shares: the contract, stamps, counters and the supervisor. */
@NullMarked
package io.zhidun.collectors.core;

import org.jspecify.annotations.NullMarked;
