package io.zhidun.trust.sm2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.trust.FixedRandom;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm2Test {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

  /** The key pair, the random number and the signature of GB/T 32918.5-2017, annex A. */
  private static final String SCALAR =
      "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";

  private static final String POINT =
      "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
          + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
  private static final String K =
      "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21";
  private static final String R =
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
  private static final String S =
      "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

  private final Sm2PrivateKey key = Sm2PrivateKey.of(HEX.parseHex(SCALAR));

  @Test
  void signsTheStandardsExample() {
    assertThat(HEX.formatHex(key.publicKey().point())).isEqualTo(POINT);
    byte[] signature = key.sign(MESSAGE, new FixedRandom(HEX.parseHex(K)));
    assertThat(HEX.formatHex(signature)).isEqualTo("3046022100" + R + "022100" + S);
    assertThat(key.publicKey().verifies(MESSAGE, signature)).isTrue();
  }

  @Test
  void refusesAChangedContentASignatureOfAnotherKeyAndNoSignatureAtAll() {
    SecureRandom random = new SecureRandom();
    byte[] signature = key.sign(MESSAGE, random);
    assertThat(key.publicKey().verifies(new byte[] {1}, signature)).isFalse();
    Sm2PublicKey other = Sm2PrivateKey.generate(random).publicKey();
    assertThat(other.verifies(MESSAGE, signature)).isFalse();
    assertThat(other.verifies(MESSAGE, new byte[0])).isFalse();
    for (int i = 0; i < signature.length; i++) {
      byte[] changed = signature.clone();
      changed[i] ^= 4;
      assertThat(key.publicKey().verifies(MESSAGE, changed)).as("byte %d", i).isFalse();
    }
  }

  @Test
  void decryptsWhatWasEncryptedForItAndNothingThatWasChanged() {
    byte[] secret = "a key of thirty-two bytes, hidden".getBytes(StandardCharsets.US_ASCII);
    byte[] wrapped = key.publicKey().encrypt(secret, new SecureRandom());
    assertThat(key.decrypt(wrapped)).hasValue(secret);
    for (int i = 0; i < wrapped.length; i++) {
      byte[] changed = wrapped.clone();
      changed[i] ^= 1;
      assertThat(key.decrypt(changed)).as("byte %d", i).isEmpty();
    }
    assertThat(key.decrypt(new byte[0])).isEmpty();
    assertThat(Sm2PrivateKey.generate(new SecureRandom()).decrypt(wrapped)).isEmpty();
  }

  @Test
  void isReadFromItsOwnPem() {
    Sm2PublicKey publicKey = key.publicKey();
    assertThat(Sm2PublicKey.ofPem(publicKey.pem())).isEqualTo(publicKey);
    assertThat(publicKey.id()).hasSize(32);
    assertThatThrownBy(() -> Sm2PublicKey.ofPem("-----BEGIN CERTIFICATE-----"))
        .hasMessageContaining("BEGIN PUBLIC KEY");
  }

  @Test
  void isNoPointBesideTheCurveAndNoScalarOutOfRange() {
    byte[] beside = HEX.parseHex(POINT);
    beside[64] ^= 1;
    assertThatThrownBy(() -> Sm2PublicKey.of(beside)).hasMessageContaining("SM2 curve");
    assertThatThrownBy(() -> Sm2PrivateKey.of(new byte[32])).hasMessageContaining("1 to n - 2");
    byte[] large = new byte[32];
    large[0] = -1;
    large[1] = -1;
    large[2] = -1;
    large[3] = -1;
    assertThatThrownBy(() -> Sm2PrivateKey.of(large)).hasMessageContaining("1 to n - 2");
  }
}
