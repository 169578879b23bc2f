/** What all Flink jobs share: options, serializers with versions, Kafka sources and sinks. */
@NullMarked
package io.zhidun.stream.core;

import org.jspecify.annotations.NullMarked;
