/** The canonical records of filings, whatever form they came in. */
@NullMarked
package io.zhidun.rules.filings.record;

import org.jspecify.annotations.NullMarked;
