package io.zhidun.backup.repository;

import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.util.List;

/**
 * The keys of a repository. Who makes backups needs no private key but the signer's: what it sealed
 * yesterday it cannot read today.
 *
 * @param recipients for whom backups are sealed, at least one
 * @param signer who signs manifests
 * @param verifier whose signatures are believed
 * @param unwrapper the private keys held, if any
 */
public record Keys(
    List<Sm2PublicKey> recipients, Signer signer, Verifier verifier, KeyUnwrapper unwrapper) {
  public Keys {
    recipients = List.copyOf(recipients);
  }
}
