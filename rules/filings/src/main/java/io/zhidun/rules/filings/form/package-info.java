/**
 * Readers of the forms in which filings come, and the writer of ours. {@link
 * io.zhidun.rules.filings.form.FilingReader} is the entrance; what each form gives, the limits and
 * the decisions stand in the module's README.
 */
@NullMarked
package io.zhidun.rules.filings.form;

import org.jspecify.annotations.NullMarked;
