/** What rules would have done to events of the past. */
@NullMarked
package io.zhidun.rules.dryrun;

import org.jspecify.annotations.NullMarked;
