package io.zhidun.service.keys;

import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.keys.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault, or makes it with the first start. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  @Bean
  KeyVault keyVault(KeyProperties properties, Clock clock) throws IOException {
    Path folder = Path.of(properties.folder());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY);
    }
    SecureRandom random = new SecureRandom();
    return FileKeyVault.openOrCreate(
        folder.resolve("keys.vault"),
        lock(properties, folder, random),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        random);
  }

  private static KeyLock lock(KeyProperties properties, Path folder, SecureRandom random)
      throws IOException {
    if (!properties.pkcs11().isEmpty()) {
      return KeyLock.pkcs11(
          Path.of(properties.pkcs11()), Path.of(properties.pkcs11Pin()), properties.pkcs11Key());
    }
    if (!properties.passphraseFile().isEmpty()) {
      return KeyLock.passphraseFile(Path.of(properties.passphraseFile()));
    }
    if (!properties.lockFile().isEmpty()) {
      return KeyLock.keyFile(Path.of(properties.lockFile()));
    }
    Path lock = folder.resolve("keys.lock");
    boolean fresh = !Files.exists(lock) && !Files.exists(folder.resolve("keys.vault"));
    return fresh ? KeyLock.newKeyFile(lock, random) : KeyLock.keyFile(lock);
  }
}
