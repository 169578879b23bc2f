/** Texts of invented patents, from word lists and sentence patterns of our own. */
@NullMarked
package io.zhidun.simulator.market.text;

import org.jspecify.annotations.NullMarked;
