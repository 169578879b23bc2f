/** How well and how fast filings are screened. */
@NullMarked
package io.zhidun.benchmarks.filings;

import org.jspecify.annotations.NullMarked;
