package io.zhidun.backup.run;

import io.zhidun.backup.repository.Keys;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.keys.KeyVault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** The keys of backups from the installation's vault. */
public final class VaultKeys {
  private VaultKeys() {}

  /** What opens the vault that a configuration names. */
  public static KeyLock lock(BackupConfig config) {
    Path keyFile = config.keyFile();
    Path passphrase = config.passphraseFile();
    if (keyFile != null) {
      return KeyLock.keyFile(keyFile);
    }
    if (passphrase == null) {
      throw new IllegalArgumentException("keys: key-file or passphrase-file must be there");
    }
    return KeyLock.passphraseFile(passphrase);
  }

  /** Opens the vault of a configuration. */
  public static KeyVault open(BackupConfig config, SecureRandom random) throws IOException {
    return FileKeyVault.open(config.vault(), lock(config), random);
  }

  /** Makes the vault of a configuration; fails where one is. */
  public static KeyVault create(BackupConfig config, Instant now, SecureRandom random)
      throws IOException {
    return FileKeyVault.create(config.vault(), lock(config), now, random);
  }

  /** Seals for the current key of the vault, opens with all of them. */
  public static Keys of(KeyVault vault) {
    return new Keys(
        List.of(vault.wrappingKey()), vault.signer(), vault.verifier(), vault.unwrapper());
  }
}
