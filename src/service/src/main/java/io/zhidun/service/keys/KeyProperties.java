package io.zhidun.service.keys;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are and what opens them.
 *
 * @param folder holds the vault, {@code keys.vault}; made where it is missing
 * @param lockFile a file of 32 random bytes, readable by its owner only, best on another medium;
 *     empty for {@code keys.lock} in the folder, made where it is missing
 * @param passphraseFile its first line opens the vault instead; empty for none
 * @param pkcs11 configuration of the JDK's provider SunPKCS11, whose token opens the vault instead;
 *     empty for none
 * @param pkcs11Pin file with the token's PIN
 * @param pkcs11Key label of the token's AES key
 */
@ConfigurationProperties("zhidun.keys")
record KeyProperties(
    String folder,
    @DefaultValue("") String lockFile,
    @DefaultValue("") String passphraseFile,
    @DefaultValue("") String pkcs11,
    @DefaultValue("") String pkcs11Pin,
    @DefaultValue("zhidun") String pkcs11Key) {
  KeyProperties {
    if (Stream.of(lockFile, passphraseFile, pkcs11).filter(set -> !set.isEmpty()).count() > 1) {
      throw new IllegalArgumentException(
          "of zhidun.keys.lock-file, passphrase-file and pkcs11 only one can be set");
    }
    if (!pkcs11.isEmpty() && pkcs11Pin.isEmpty()) {
      throw new IllegalArgumentException("zhidun.keys.pkcs11 needs zhidun.keys.pkcs11-pin");
    }
  }
}
