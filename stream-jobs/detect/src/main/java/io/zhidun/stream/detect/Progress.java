package io.zhidun.stream.detect;

import io.zhidun.events.RawRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far every source has been read. A record that was read before is recognised by its epoch and
 * sequence, wherever the second copy comes from: a collector that was killed between shipping and
 * remembering, or a producer that sent twice.
 */
final class Progress {
  /** What to do with a record. */
  enum Verdict {
    NEW,
    DUPLICATE
  }

  /** A source that says nothing for this long does not hold the watermark back. */
  static final long IDLE_MILLIS = 10_000;

  private final Map<String, SourceProgress> sources = new HashMap<>();
  private @Nullable SourceProgress last;
  private long gaps;

  /** Takes over what a checkpoint knew; of two entries for one source the further one counts. */
  void restore(SourceProgress saved) {
    SourceProgress known = sources.get(saved.source);
    boolean further =
        known == null
            || saved.epoch > known.epoch
            || (saved.epoch == known.epoch && saved.sequence > known.sequence);
    if (further) {
      sources.put(saved.source, saved);
    }
  }

  Collection<SourceProgress> all() {
    return sources.values();
  }

  /** The entry of a record's source, made where there is none; see {@link #accept}. */
  SourceProgress of(RawRecord raw) {
    SourceProgress recent = last;
    if (recent != null && recent.source.equals(raw.source())) {
      return recent;
    }
    SourceProgress found =
        sources.computeIfAbsent(
            raw.source(), source -> new SourceProgress(source, raw.epoch(), raw.sequence() - 1));
    last = found;
    return found;
  }

  /** Notes the record and says whether it is new. */
  Verdict accept(SourceProgress progress, RawRecord raw) {
    if (raw.epoch() < progress.epoch
        || (raw.epoch() == progress.epoch && raw.sequence() <= progress.sequence)) {
      return Verdict.DUPLICATE;
    }
    long expected = raw.epoch() == progress.epoch ? progress.sequence + 1 : 0;
    gaps += raw.sequence() - expected;
    progress.epoch = raw.epoch();
    progress.sequence = raw.sequence();
    return Verdict.NEW;
  }

  /** Sequence numbers missing since the last call. */
  long takeGaps() {
    long taken = gaps;
    gaps = 0;
    return taken;
  }

  /**
   * The oldest of the newest event times of the sources that are not idle, or the newest of all
   * when every source is idle; {@link Long#MIN_VALUE} before the first event.
   */
  long newestOfSlowest(long nowMillis) {
    long slowest = Long.MAX_VALUE;
    long newest = Long.MIN_VALUE;
    for (SourceProgress progress : sources.values()) {
      if (progress.newestMicros == Long.MIN_VALUE) {
        continue;
      }
      newest = Math.max(newest, progress.newestMicros);
      if (nowMillis - progress.lastSeenMillis < IDLE_MILLIS) {
        slowest = Math.min(slowest, progress.newestMicros);
      }
    }
    return slowest == Long.MAX_VALUE ? newest : slowest;
  }
}
