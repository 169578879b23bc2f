package io.zhidun.trust.envelope;

import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens data keys that were wrapped for keys it holds. Must be safe for many threads. */
public interface KeyUnwrapper {

  /** Whether it holds the private key of that id. */
  boolean holds(String keyId);

  /** The secret that was wrapped for the key of that id; empty where the bytes were changed. */
  Optional<byte[]> unwrap(String keyId, byte[] wrapped);

  /** Holds these keys in memory. */
  static KeyUnwrapper of(Sm2PrivateKey... keys) {
    Map<String, Sm2PrivateKey> byId =
        Arrays.stream(keys)
            .collect(Collectors.toMap(key -> key.publicKey().id(), Function.identity()));
    return new KeyUnwrapper() {
      @Override
      public boolean holds(String keyId) {
        return byId.containsKey(keyId);
      }

      @Override
      public Optional<byte[]> unwrap(String keyId, byte[] wrapped) {
        return Optional.ofNullable(byId.get(keyId)).flatMap(key -> key.decrypt(wrapped));
      }
    };
  }
}
