package io.zhidun.trust.seal;

/** What a detached signature says of a content. */
public enum SignatureVerdict {
  /** Signed as it is by a believed key. */
  VALID,
  /** The content is not the one that was signed. */
  CONTENT_CHANGED,
  /** The signature is not one of its own key and members. */
  SIGNATURE_CHANGED,
  /** Signed as it is, by a key that is not believed. */
  UNKNOWN_KEY;

  public boolean isValid() {
    return this == VALID;
  }
}
