package io.zhidun.trust.keys;

import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the SM2 key pairs of an installation: one current for each use, and all before it. What it
 * hands out goes on working with the keys of that moment. Safe for many threads.
 */
public interface KeyVault {

  /** All keys, oldest first. */
  List<KeyEntry> entries();

  /** Signs with the current signing key. */
  Signer signer();

  /** Believes every signing key, current and retired. */
  Verifier verifier();

  /** For whom new envelopes are sealed. */
  Sm2PublicKey wrappingKey();

  /** Opens what was sealed for any wrapping key, current or retired. */
  KeyUnwrapper unwrapper();

  /**
   * Retires the current key of that use for a new one; it is durable when this returns.
   *
   * @return the new key
   */
  KeyEntry rotate(KeyUse use, Instant now) throws IOException;
}
