package io.zhidun.trust.keys;

import io.zhidun.trust.sm2.Sm2PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a key pair.
 *
 * @param retired since when a later key does its work; it still verifies and unwraps
 */
public record KeyEntry(
    Sm2PublicKey publicKey, KeyUse use, Instant created, @Nullable Instant retired) {

  public String id() {
    return publicKey.id();
  }

  public boolean isCurrent() {
    return retired == null;
  }
}
