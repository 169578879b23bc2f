package io.zhidun.collectors.core;

/**
 * Place of a record among all records of its source. Records of one source reach Kafka in the order
 * of their stamps.
 *
 * @param epoch incarnation of the sequence: the second at which the source's state was made
 * @param sequence number within the epoch from 0, without holes; -1 stands before the first
 */
public record Stamp(long epoch, long sequence) implements Comparable<Stamp> {
  public Stamp {
    if (epoch < 0) {
      throw new IllegalArgumentException("epoch must be at least 0, was " + epoch);
    }
    if (sequence < -1) {
      throw new IllegalArgumentException("sequence must be at least -1, was " + sequence);
    }
  }

  /** The place before an epoch's first record. */
  public static Stamp beforeFirst(long epoch) {
    return new Stamp(epoch, -1);
  }

  @Override
  public int compareTo(Stamp other) {
    int byEpoch = Long.compare(epoch, other.epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(sequence, other.sequence);
  }
}
