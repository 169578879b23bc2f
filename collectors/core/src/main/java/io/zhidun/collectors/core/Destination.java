package io.zhidun.collectors.core;

import io.zhidun.events.Topics;
import java.util.Map;
import java.util.Objects;

/**
 * Where the records of a source go.
 *
 * @param topic the topic
 * @param headers what each record says there beside the headers that all raw records have
 */
public record Destination(String topic, Map<String, String> headers) {
  /** Where logs go. */
  public static final Destination RAW = new Destination(Topics.RAW, Map.of());

  public Destination {
    Objects.requireNonNull(topic, "topic");
    headers = Map.copyOf(headers);
  }
}
