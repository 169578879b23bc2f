/** The filing job: reads filings, brings them into order and has them screened. */
@NullMarked
package io.zhidun.stream.filings;

import org.jspecify.annotations.NullMarked;
