/** All detectors over one ordered stream of filings. */
@NullMarked
package io.zhidun.rules.filings.screen;

import org.jspecify.annotations.NullMarked;
