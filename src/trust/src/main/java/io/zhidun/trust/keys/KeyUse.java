package io.zhidun.trust.keys;

/** What a key may do; one key does one thing. */
public enum KeyUse {
  /** Signs reports, manifests and checkpoints. */
  SIGNING,
  /** Opens the data keys of envelopes. */
  WRAPPING
}
