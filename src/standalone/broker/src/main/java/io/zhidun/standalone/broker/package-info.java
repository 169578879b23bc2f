/**
 * Kafka of the one-machine installation: the real broker and controller in one JVM of their own.
 */
@NullMarked
package io.zhidun.standalone.broker;

import org.jspecify.annotations.NullMarked;
