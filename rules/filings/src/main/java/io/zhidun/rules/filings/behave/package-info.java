/** Rates, profiles and conduct of applicants, agencies and accounts. */
@NullMarked
package io.zhidun.rules.filings.behave;

import org.jspecify.annotations.NullMarked;
