package io.zhidun.stream.core;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Leaves keys where they are: a raw record's key is its source, which its headers say too. */
final class NoKeyDeserializer implements Deserializer<Void> {
  @Override
  public @Nullable Void deserialize(String topic, byte @Nullable [] data) {
    return null;
  }

  @Override
  public @Nullable Void deserialize(String topic, Headers headers, ByteBuffer data) {
    return null;
  }
}
