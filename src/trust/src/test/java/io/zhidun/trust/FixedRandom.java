package io.zhidun.trust;

import java.security.SecureRandom;

/** Gives the same bytes again and again: for the standards' examples, which name theirs. */
public final class FixedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;
  private final byte[] bytes;

  public FixedRandom(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public void nextBytes(byte[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = bytes[i % bytes.length];
    }
  }
}
