/** Shared fixtures of the acceptance tests. */
@NullMarked
package io.zhidun.testkit;

import org.jspecify.annotations.NullMarked;
