package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Stamp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agent remembers of a source across its own death.
 *
 * @param source id of the source
 * @param epoch the source's running epoch
 * @param sequence number of the first record behind the position
 * @param position the collector's text, or null
 * @param ackedEpoch epoch of the last record known to be acknowledged
 * @param ackedSequence its number, or -1
 * @param partition partition of an acknowledged record, or -1
 * @param offset offset of that record: a later start looks from here for what it had shipped
 * @param clean whether the agent ended in order, so that nothing was under way
 */
record SourceState(
    String source,
    long epoch,
    long sequence,
    @Nullable String position,
    long ackedEpoch,
    long ackedSequence,
    int partition,
    long offset,
    boolean clean) {
  SourceState {
    Objects.requireNonNull(source, "source");
    if (epoch < 0 || sequence < 0) {
      throw new IllegalArgumentException(
          "epoch and sequence must be at least 0, were " + epoch + " and " + sequence);
    }
  }

  /** A source never met before. */
  static SourceState first(String source, long epoch) {
    return new SourceState(source, epoch, 0, null, epoch, -1, -1, -1, false);
  }

  Stamp acked() {
    return new Stamp(ackedEpoch, ackedSequence);
  }

  SourceState withEpoch(long next) {
    return new SourceState(
        source, next, 0, position, ackedEpoch, ackedSequence, partition, offset, false);
  }

  SourceState withClean(boolean ended) {
    return new SourceState(
        source, epoch, sequence, position, ackedEpoch, ackedSequence, partition, offset, ended);
  }
}
