/** The sources, targets and keys of an installation, and what is done with them. */
@NullMarked
package io.zhidun.backup.run;

import org.jspecify.annotations.NullMarked;
