package io.zhidun.trust.envelope;

import java.io.IOException;

/** An envelope that does not open, and why. */
public final class EnvelopeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why an envelope does not open. */
  public enum Fault {
    /** The bytes do not begin as an envelope of this version. */
    NOT_AN_ENVELOPE,
    /** It was sealed for other keys than those held. */
    NO_KEY,
    /** A key that is held does not open its copy of the data key: another key, or changed bytes. */
    WRONG_KEY,
    /** The header was changed, or the envelope belongs to another context. */
    HEADER_CHANGED,
    /** A segment was changed. */
    SEGMENT_CHANGED,
    /** A segment of this envelope stands in the place of another. */
    REORDERED,
    /** The envelope ends before its last segment does. */
    TRUNCATED,
    /** Bytes follow the last segment. */
    TRAILING_BYTES
  }

  private final Fault fault;

  EnvelopeException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
