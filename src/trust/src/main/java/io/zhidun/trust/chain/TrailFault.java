package io.zhidun.trust.chain;

/**
 * The first thing that is wrong with a trail.
 *
 * @param kind what happened
 * @param sequence of the record it happened to; of the first missing one where records were removed
 * @param line of the file, from 1
 * @param reason in words
 */
public record TrailFault(Kind kind, long sequence, long line, String reason) {

  /** What can happen to a trail. */
  public enum Kind {
    /** The first line does not say where the records begin. */
    NO_TRAIL,
    /** A record is not the one that was written. */
    CHANGED,
    /** Records are missing. */
    REMOVED,
    /** A record stands where none was written. */
    INSERTED,
    /** A record stands in another place than it was written. */
    REORDERED,
    /** Records since the last seal were rewritten together with their hashes. */
    REWRITTEN,
    /** A checkpoint was not signed by its key for this trail. */
    BAD_SEAL,
    /** A checkpoint was signed by a key that is not believed. */
    FOREIGN_KEY,
    /** No checkpoint at all, where seals were asked for or the file begins in the middle. */
    UNSEALED,
    /** The file ends before the trail did. */
    TRUNCATED
  }
}
