package io.zhidun.service.keys;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are and what opens them.
 *
 * @param folder holds the vault, {@code keys.vault}; made where it is missing
 * @param lockFile a file of 32 random bytes, readable by its owner only, best on another medium;
 *     empty for {@code keys.lock} in the folder, made where it is missing
 * @param passphraseFile its first line opens the vault instead; empty for none
 */
@ConfigurationProperties("zhidun.keys")
record KeyProperties(
    String folder, @DefaultValue("") String lockFile, @DefaultValue("") String passphraseFile) {
  KeyProperties {
    if (!lockFile.isEmpty() && !passphraseFile.isEmpty()) {
      throw new IllegalArgumentException(
          "zhidun.keys.lock-file and zhidun.keys.passphrase-file cannot both be set");
    }
  }
}
