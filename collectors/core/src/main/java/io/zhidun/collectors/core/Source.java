package io.zhidun.collectors.core;

import java.time.ZoneId;
import java.util.Objects;

/**
 * Where records come from, as the platform names it.
 *
 * @param id unique in the installation, at most 200 characters
 * @param dataset format name of its bytes
 * @param zone zone of timestamps that carry none
 * @param destination where its records go
 */
public record Source(String id, String dataset, ZoneId zone, Destination destination) {
  /** Room for a file name of 128 characters behind a configured id. */
  private static final int MAX_ID = 200;

  public Source {
    requireName(id, "id");
    requireName(dataset, "dataset");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(destination, "destination");
  }

  /** A source of logs. */
  public Source(String id, String dataset, ZoneId zone) {
    this(id, dataset, zone, Destination.RAW);
  }

  private static void requireName(String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank() || value.length() > MAX_ID) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + MAX_ID + " characters, was \"" + value + "\"");
    }
  }
}
