package io.zhidun.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.trust.envelope.DataKey;
import io.zhidun.trust.envelope.EnvelopeInputStream;
import io.zhidun.trust.envelope.EnvelopeOutputStream;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.SignatureVerdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyVaultTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  @TempDir private Path folder;
  private Path file;
  private KeyLock lock;

  @BeforeEach
  void locked() throws Exception {
    file = folder.resolve("keys");
    lock = KeyLock.newKeyFile(folder.resolve("lock"), RANDOM);
  }

  @Test
  void keepsItsKeysAndOnlyItsOwnerCanReadIt() throws Exception {
    FileKeyVault vault = FileKeyVault.create(file, lock, NOW, RANDOM);
    assertThat(FileKeyVault.open(file, lock, RANDOM).entries()).isEqualTo(vault.entries());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> FileKeyVault.create(file, lock, NOW, RANDOM))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void whatRetiredKeysSignedAndSealedStillOpens() throws Exception {
    FileKeyVault vault = FileKeyVault.create(file, lock, NOW, RANDOM);
    byte[] content = {1, 2, 3};
    DetachedSignature signature = DetachedSignature.of(content, NOW, vault.signer());
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    DataKey key = DataKey.generate(List.of(vault.wrappingKey()), RANDOM);
    EnvelopeOutputStream envelope = new EnvelopeOutputStream(sealed, key, RANDOM);
    envelope.write(content);
    envelope.finish();

    KeyEntry signing = vault.rotate(KeyUse.SIGNING, NOW.plusSeconds(1));
    vault.rotate(KeyUse.WRAPPING, NOW.plusSeconds(2));

    FileKeyVault reopened = FileKeyVault.open(file, lock, RANDOM);
    assertThat(reopened.signer().keyId()).isEqualTo(signing.id()).isNotEqualTo(signature.keyId());
    assertThat(signature.verify(content, reopened.verifier())).isEqualTo(SignatureVerdict.VALID);
    assertThat(
            new EnvelopeInputStream(
                    new ByteArrayInputStream(sealed.toByteArray()), reopened.unwrapper())
                .readAllBytes())
        .isEqualTo(content);
    assertThat(reopened.entries()).hasSize(4).filteredOn(KeyEntry::isCurrent).hasSize(2);
  }

  @Test
  void opensWithNoOtherSecretAndNotWhenAnyByteChanged() throws Exception {
    FileKeyVault.create(file, lock, NOW, RANDOM);
    KeyLock other = KeyLock.newKeyFile(folder.resolve("other"), RANDOM);
    assertThatThrownBy(() -> FileKeyVault.open(file, other, RANDOM))
        .hasMessageContaining("wrong secret, or the file was changed");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      Files.write(file, bytes);
      assertThatThrownBy(() -> FileKeyVault.open(file, lock, RANDOM))
          .as("byte %d", i)
          .isInstanceOf(KeyVaultException.class);
      bytes[i] ^= 1;
    }
  }

  @Test
  void opensWithAPassphrase() throws Exception {
    Path passphrase = folder.resolve("passphrase");
    OwnerOnly.write(passphrase, "correct horse battery\nstaple\n".getBytes("UTF-8"));
    KeyLock stretched = KeyLock.passphraseFile(passphrase);
    FileKeyVault vault = FileKeyVault.create(file, stretched, 1000, NOW, RANDOM);
    assertThat(FileKeyVault.open(file, stretched, RANDOM).entries()).isEqualTo(vault.entries());
    assertThatThrownBy(() -> FileKeyVault.open(file, lock, RANDOM))
        .hasMessageContaining("locked in another way");
  }

  @Test
  void refusesASecretThatOthersCanReadOrThatIsTooShort() throws Exception {
    Path secret = folder.resolve("lock");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> FileKeyVault.create(file, lock, NOW, RANDOM))
        .hasMessageContaining("others than its owner can open it (rw-r-----)");
    Path passphrase = folder.resolve("passphrase");
    OwnerOnly.write(passphrase, "short\n".getBytes("UTF-8"));
    assertThatThrownBy(
            () -> FileKeyVault.create(file, KeyLock.passphraseFile(passphrase), NOW, RANDOM))
        .hasMessageContaining("at least 12 characters");
    assertThat(file).doesNotExist();
  }
}
