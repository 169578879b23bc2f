/**
 * A market of patent and trademark filings, honest and not, with the truth about which is which.
 */
@NullMarked
package io.zhidun.simulator.market;

import org.jspecify.annotations.NullMarked;
