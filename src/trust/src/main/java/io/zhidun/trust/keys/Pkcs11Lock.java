package io.zhidun.trust.keys;

import io.zhidun.trust.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * A lock whose secret never leaves a token (HSM, smart card): the JDK's provider SunPKCS11 has the
 * token's AES key encrypt the vault's salt, and the result is the secret. The SM2 keys themselves
 * stay in the vault, as neither that provider nor PKCS #11 before 3.x knows SM2.
 */
record Pkcs11Lock(Path configuration, Path pinFile, String alias) implements KeyLock {
  private static final int MOST_PIN_BYTES = 256;
  private static final byte[] LABEL = "zhidun vault 1 token".getBytes(StandardCharsets.US_ASCII);

  @Override
  public Kind kind() {
    return Kind.PKCS11;
  }

  @Override
  public byte[] key(byte[] salt, int iterations) throws IOException {
    Provider provider = provider();
    char[] pin = pin();
    try {
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin);
      Key key = token.getKey(alias, null);
      if (key == null || !key.getAlgorithm().equals("AES")) {
        throw new KeyVaultException(
            "%s: the token has no AES key \"%s\"".formatted(configuration, alias));
      }
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", provider);
      cipher.init(Cipher.ENCRYPT_MODE, key);
      return Arrays.copyOf(Sm3.hmac(cipher.doFinal(salt), LABEL, salt), 16);
    } catch (GeneralSecurityException | ProviderException refused) {
      throw new KeyVaultException(
          configuration + ": the token refused: " + refused.getMessage(), refused);
    } finally {
      Arrays.fill(pin, ' ');
    }
  }

  private Provider provider() throws KeyVaultException {
    Provider unconfigured = Security.getProvider("SunPKCS11");
    if (unconfigured == null) {
      throw new KeyVaultException(
          "this JDK has no provider SunPKCS11 (module jdk.crypto.cryptoki)");
    }
    if (!Files.isReadable(configuration)) {
      throw new KeyVaultException(configuration + ": no such PKCS #11 configuration");
    }
    try {
      return unconfigured.configure(configuration.toString());
    } catch (RuntimeException invalid) {
      throw new KeyVaultException(
          configuration + ": SunPKCS11 cannot use it: " + invalid.getMessage(), invalid);
    }
  }

  private char[] pin() throws IOException {
    byte[] bytes = OwnerOnly.read(pinFile, MOST_PIN_BYTES);
    return new String(bytes, StandardCharsets.UTF_8).strip().toCharArray();
  }
}
