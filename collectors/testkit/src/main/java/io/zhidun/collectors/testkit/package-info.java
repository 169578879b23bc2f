/** The tests every collector passes, and fakes of what surrounds a collector. */
@NullMarked
package io.zhidun.collectors.testkit;

import org.jspecify.annotations.NullMarked;
