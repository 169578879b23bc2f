/** Readers of the forms in which filings come. */
@NullMarked
package io.zhidun.rules.filings.form;

import org.jspecify.annotations.NullMarked;
