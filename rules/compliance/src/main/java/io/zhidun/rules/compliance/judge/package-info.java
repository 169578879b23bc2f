/** Decides requirement by requirement, from evidence and limits, by the catalogue's rules. */
@NullMarked
package io.zhidun.rules.compliance.judge;

import org.jspecify.annotations.NullMarked;
