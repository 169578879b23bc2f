/** All Flink jobs of the one-machine installation in one process. */
@NullMarked
package io.zhidun.standalone.stream;

import org.jspecify.annotations.NullMarked;
