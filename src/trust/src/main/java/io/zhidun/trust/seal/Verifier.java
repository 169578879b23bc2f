package io.zhidun.trust.seal;

import io.zhidun.trust.sm2.Sm2PublicKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The public keys whose signatures are believed. */
public final class Verifier {
  private final Map<String, Sm2PublicKey> keys;

  private Verifier(Map<String, Sm2PublicKey> keys) {
    this.keys = keys;
  }

  /**
   * Believes these keys and no other; retired keys belong here for as long as they sealed things.
   */
  public static Verifier of(Collection<Sm2PublicKey> keys) {
    return new Verifier(
        keys.stream().distinct().collect(Collectors.toMap(Sm2PublicKey::id, Function.identity())));
  }

  /** The believed key of that id. */
  public Optional<Sm2PublicKey> key(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  /** Whether a believed key of that id signed the content. */
  public boolean verifies(String keyId, byte[] content, byte[] signature) {
    return key(keyId).map(key -> key.verifies(content, signature)).orElse(false);
  }
}
