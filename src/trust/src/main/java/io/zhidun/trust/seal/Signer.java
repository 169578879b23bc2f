package io.zhidun.trust.seal;

import io.zhidun.trust.sm2.Sm2PublicKey;

/** Signs with SM3withSM2 under one key, wherever that key lies. Must be safe for many threads. */
public interface Signer {

  /** The key that verifies what this signs. */
  Sm2PublicKey publicKey();

  /** A DER signature of the content, SM3withSM2 under the user id of GM/T 0009. */
  byte[] sign(byte[] content);

  /** The id of the key. */
  default String keyId() {
    return publicKey().id();
  }
}
