package io.zhidun.stream.filings;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What the screen saw, in the order in which it saw it; keyed state of one key. Each entry is
 * written once, so an incremental checkpoint costs what was added since the one before. Whoever
 * calls has set the key.
 */
final class DigestLog {
  /** Old entries are looked for once in so many new ones. */
  static final int BATCH = 1_024;

  /** Entries dropped at once, so that nothing else waits long; twice what comes. */
  private static final int MOST_DROPPED = 2 * BATCH;

  private final MapState<Long, LoggedDigest> entries;
  private final ValueState<Long> savedFirst;
  private final ValueState<Long> savedNext;
  private final long retentionMicros;
  private long first;
  private long next;

  DigestLog(KeyedStateStore store, long retentionMicros) throws IOException {
    this.entries =
        store.getMapState(
            new MapStateDescriptor<>(
                "digests", LongSerializer.INSTANCE, new LoggedDigest.Serializer()));
    this.savedFirst = store.getState(new ValueStateDescriptor<>("first", LongSerializer.INSTANCE));
    this.savedNext = store.getState(new ValueStateDescriptor<>("next", LongSerializer.INSTANCE));
    this.retentionMicros = retentionMicros;
    this.first = orZero(savedFirst.value());
    this.next = orZero(savedNext.value());
  }

  // State that was never written is null, whatever the type says.
  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  long size() {
    return next - first;
  }

  /** Puts an entry behind the others and, now and then, drops the old ones in front. */
  void append(LoggedDigest entry) throws Exception {
    entries.put(next, entry);
    next++;
    if (next % BATCH == 0) {
      dropBefore(entry.timeMicros() - retentionMicros);
    }
  }

  /** The log is nearly in order of time; one late entry in front keeps those behind it a little. */
  private void dropBefore(long horizonMicros) throws Exception {
    for (int i = 0; i < MOST_DROPPED && first < next; i++) {
      LoggedDigest oldest = entries.get(first);
      if (oldest != null && oldest.timeMicros() >= horizonMicros) {
        return;
      }
      entries.remove(first);
      first++;
    }
  }

  /** Gives every entry in order. */
  void replay(Consumer<LoggedDigest> to) throws Exception {
    for (long at = first; at < next; at++) {
      LoggedDigest entry = entries.get(at);
      if (entry != null) {
        to.accept(entry);
      }
    }
  }

  /** Writes the bounds, which change with every entry, only where a checkpoint needs them. */
  void save() throws IOException {
    savedFirst.update(first);
    savedNext.update(next);
  }
}
