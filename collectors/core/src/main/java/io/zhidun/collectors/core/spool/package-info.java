/** Records on disk while Kafka is away. */
@NullMarked
package io.zhidun.collectors.core.spool;

import org.jspecify.annotations.NullMarked;
