/** How a backup is written to a target, and read and proven again. */
@NullMarked
package io.zhidun.backup.repository;

import org.jspecify.annotations.NullMarked;
