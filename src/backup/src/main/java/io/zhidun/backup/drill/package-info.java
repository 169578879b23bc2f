/** Restores that are made to see that they can be made, and the evidence of it. */
@NullMarked
package io.zhidun.backup.drill;

import org.jspecify.annotations.NullMarked;
