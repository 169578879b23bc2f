/** Benchmarks of whole processes, on the common workload and beside its bare Flink job. */
@NullMarked
package io.zhidun.benchmarks;

import org.jspecify.annotations.NullMarked;
