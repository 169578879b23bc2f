/** Which applicants belong together, and by which evidence. */
@NullMarked
package io.zhidun.rules.filings.link;

import org.jspecify.annotations.NullMarked;
