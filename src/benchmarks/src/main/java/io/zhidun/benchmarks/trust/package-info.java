/** What cryptography costs, and how long a trail takes to verify. */
@NullMarked
package io.zhidun.benchmarks.trust;

import org.jspecify.annotations.NullMarked;
