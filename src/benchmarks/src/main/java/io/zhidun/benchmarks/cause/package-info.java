/** Benchmark of the search for causes. */
@NullMarked
package io.zhidun.benchmarks.cause;

import org.jspecify.annotations.NullMarked;
