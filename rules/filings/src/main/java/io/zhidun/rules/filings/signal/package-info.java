/** What a detector says of a subject: never a verdict. */
@NullMarked
package io.zhidun.rules.filings.signal;

import org.jspecify.annotations.NullMarked;
