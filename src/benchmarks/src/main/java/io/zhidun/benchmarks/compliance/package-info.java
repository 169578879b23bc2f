/** Benchmark of the assessment of classified protection. */
@NullMarked
package io.zhidun.benchmarks.compliance;

import org.jspecify.annotations.NullMarked;
