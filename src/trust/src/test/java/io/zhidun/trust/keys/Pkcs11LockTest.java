package io.zhidun.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SoftHSM, a token in software, from Debian's package. */
class Pkcs11LockTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String PIN = "4711-0815";

  @TempDir private Path folder;
  private Path configuration;
  private Path pin;

  @BeforeEach
  void configured() throws Exception {
    configuration = folder.resolve("pkcs11.cfg");
    pin = folder.resolve("pin");
    OwnerOnly.write(pin, (PIN + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTokensKeyOpensTheVaultAndNoOther() throws Exception {
    String softhsm = System.getenv("SOFTHSM2_CONF");
    assumeTrue(softhsm != null && Files.exists(LIBRARY), "Debian's softhsm2 is not installed");
    token(Path.of(softhsm));
    Path file = folder.resolve("vault");
    KeyLock lock = KeyLock.pkcs11(configuration, pin, "vault");
    FileKeyVault vault = FileKeyVault.create(file, lock, NOW, RANDOM);

    assertThat(FileKeyVault.open(file, lock, RANDOM).entries()).isEqualTo(vault.entries());
    assertThatThrownBy(
            () -> FileKeyVault.open(file, KeyLock.pkcs11(configuration, pin, "other"), RANDOM))
        .hasMessageContaining("wrong secret");
    assertThatThrownBy(
            () -> FileKeyVault.open(file, KeyLock.pkcs11(configuration, pin, "none"), RANDOM))
        .hasMessageContaining("the token has no AES key \"none\"");
  }

  /** A token with two keys. */
  private void token(Path softhsm) throws Exception {
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(softhsm, "directories.tokendir = " + tokens + "\n");
    Process made =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "zhidun",
                "--so-pin",
                PIN,
                "--pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    Files.writeString(
        configuration, "name = zhidun\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
    Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN.toCharArray());
    for (String alias : new String[] {"vault", "other"}) {
      byte[] key = new byte[16];
      RANDOM.nextBytes(key);
      store.setKeyEntry(alias, new SecretKeySpec(key, "AES"), null, null);
    }
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    KeyLock lock = KeyLock.pkcs11(configuration, pin, "vault");
    assertThatThrownBy(() -> lock.key(new byte[16], 1))
        .isInstanceOf(KeyVaultException.class)
        .hasMessageContaining("no such PKCS #11 configuration");
    Files.writeString(configuration, "name = zhidun\nlibrary = /nowhere/token.so\n");
    assertThatThrownBy(() -> lock.key(new byte[16], 1))
        .isInstanceOf(KeyVaultException.class)
        .hasMessageContaining("SunPKCS11 cannot use it");
  }
}
