/** Backups beside the pipe and the tool that people would use otherwise. */
@NullMarked
package io.zhidun.benchmarks.backup;

import org.jspecify.annotations.NullMarked;
