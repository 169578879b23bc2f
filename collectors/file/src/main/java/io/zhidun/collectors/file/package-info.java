/** Follows text files: one line, one record. */
@NullMarked
package io.zhidun.collectors.file;

import org.jspecify.annotations.NullMarked;
