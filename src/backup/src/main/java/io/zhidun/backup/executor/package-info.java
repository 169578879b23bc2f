/** How each kind of source is read for a backup and put back by a restore. */
@NullMarked
package io.zhidun.backup.executor;

import org.jspecify.annotations.NullMarked;
