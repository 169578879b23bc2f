/** What the platform looks at, and how a look becomes evidence. */
@NullMarked
package io.zhidun.rules.compliance.check;

import org.jspecify.annotations.NullMarked;
