package io.zhidun.collectors.testkit;

import io.zhidun.collectors.core.ReplayOutlet;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.core.StreamOutlet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what is shipped in memory. It can be full and can withhold acknowledgements; then
 * checkpoints are lost as they are when an agent dies, and what was shipped stays. Safe for use by
 * several threads.
 */
public final class InMemoryShipper implements Shipper {
  private final Map<String, InMemoryReplayOutlet> replays = new ConcurrentHashMap<>();
  private final Map<String, InMemoryStreamOutlet> streams = new ConcurrentHashMap<>();
  private volatile boolean full;
  private volatile boolean silent;

  @Override
  public ReplayOutlet replay(Source source) {
    return replays.computeIfAbsent(source.id(), id -> new InMemoryReplayOutlet(this));
  }

  @Override
  public StreamOutlet stream(Source source) {
    return streams.computeIfAbsent(source.id(), id -> new InMemoryStreamOutlet(this));
  }

  /** Whether nothing more is taken. */
  public void full(boolean now) {
    full = now;
  }

  /** Whether nothing is acknowledged. */
  public void silent(boolean now) {
    silent = now;
  }

  boolean isFull() {
    return full;
  }

  boolean isSilent() {
    return silent;
  }

  /** Records of a source in the order shipped. */
  public List<ShippedRecord> records(String source) {
    InMemoryReplayOutlet replay = replays.get(source);
    InMemoryStreamOutlet stream = streams.get(source);
    return replay != null ? replay.records() : stream != null ? stream.records() : List.of();
  }

  /** Texts of a source's records. */
  public List<String> texts(String source) {
    return records(source).stream().map(ShippedRecord::text).toList();
  }

  /** Counters of a source. */
  public SourceCounters counters(String source) {
    InMemoryReplayOutlet replay = replays.get(source);
    InMemoryStreamOutlet stream = streams.get(source);
    return replay != null
        ? replay.counters()
        : stream != null ? stream.counters() : new SourceCounters();
  }
}
