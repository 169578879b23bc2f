package io.zhidun.trust.seal;

import io.zhidun.trust.sm2.Sm2PrivateKey;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.security.SecureRandom;

/** A signer whose private key is in this process's memory. */
public record Sm2Signer(Sm2PrivateKey key, SecureRandom random) implements Signer {

  @Override
  public Sm2PublicKey publicKey() {
    return key.publicKey();
  }

  @Override
  public byte[] sign(byte[] content) {
    return key.sign(content, random);
  }
}
