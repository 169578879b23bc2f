/** The requirements as data, and the standard's wording that a customer imports beside ours. */
@NullMarked
package io.zhidun.rules.compliance.catalogue;

import org.jspecify.annotations.NullMarked;
