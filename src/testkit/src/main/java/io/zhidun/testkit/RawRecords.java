package io.zhidun.testkit;

import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Makes the raw records of one source, numbered without holes. */
public final class RawRecords {
  private final String source;
  private final String dataset;
  private final String zone;
  private long sequence;

  public RawRecords(String source, String dataset, String zone) {
    this.source = source;
    this.dataset = dataset;
    this.zone = zone;
  }

  /** The next record of the source. */
  public RawRecord next(String line, Instant received) {
    long micros = received.getEpochSecond() * 1_000_000 + received.getNano() / 1_000;
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new RawRecord(dataset, "testkit", source, 0, sequence++, micros, null, zone, bytes);
  }
}
