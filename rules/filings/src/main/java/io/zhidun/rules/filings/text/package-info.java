/** Likeness of texts: near-duplicates, splicing, substitution. */
@NullMarked
package io.zhidun.rules.filings.text;

import org.jspecify.annotations.NullMarked;
