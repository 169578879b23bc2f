/** Likeness of marks and portfolios of marks. */
@NullMarked
package io.zhidun.rules.filings.mark;

import org.jspecify.annotations.NullMarked;
