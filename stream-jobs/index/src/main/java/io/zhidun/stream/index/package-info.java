/**
 * Events from Kafka into Elasticsearch, in a job of its own so that detection never waits for it.
 */
@NullMarked
package io.zhidun.stream.index;

import org.jspecify.annotations.NullMarked;
