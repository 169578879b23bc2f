package io.zhidun.trust.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedSignatureTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00.123456Z");
  private static final Signer SIGNER = new Sm2Signer(Sm2PrivateKey.generate(RANDOM), RANDOM);
  private static final Verifier BELIEVED = Verifier.of(List.of(SIGNER.publicKey()));
  private static final byte[] CONTENT = "the report".getBytes(StandardCharsets.UTF_8);

  @Test
  void verifiesTheContentItIsOf() {
    DetachedSignature signature = DetachedSignature.of(CONTENT, NOW, SIGNER);
    assertThat(signature.verify(CONTENT, BELIEVED)).isEqualTo(SignatureVerdict.VALID);
    assertThat(signature.verify(new byte[] {1}, BELIEVED))
        .isEqualTo(SignatureVerdict.CONTENT_CHANGED);
    assertThat(signature.verify(CONTENT, Verifier.of(List.of())))
        .isEqualTo(SignatureVerdict.UNKNOWN_KEY);
  }

  @Test
  void isReadBackFromItsJson() {
    DetachedSignature signature = DetachedSignature.of(CONTENT, NOW, SIGNER);
    assertThat(DetachedSignature.parse(signature.json())).isEqualTo(signature);
    assertThat(new String(signature.json(), StandardCharsets.US_ASCII))
        .startsWith("{\"version\":1,\"algorithm\":\"SM3withSM2\",\"keyId\":\"")
        .contains("\"signedAt\":\"2026-11-27T08:00:00.123Z\"")
        .endsWith("\"}\n");
  }

  @Test
  void liesBesideTheFile(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("报告.pdf"), CONTENT);
    Path beside = DetachedSignature.writeBeside(file, NOW, SIGNER);
    assertThat(beside).hasFileName("报告.pdf.sm2sig");
    DetachedSignature read = DetachedSignature.parse(Files.readAllBytes(beside));
    assertThat(read.verify(file, BELIEVED)).isEqualTo(SignatureVerdict.VALID);
  }

  @Test
  void noByteOfItsFileCanChangeUnseen() {
    byte[] json = DetachedSignature.of(CONTENT, NOW, SIGNER).json();
    for (int i = 0; i < json.length; i++) {
      for (int bit : new int[] {1, 2, 4, 32}) {
        byte[] changed = json.clone();
        changed[i] ^= (byte) bit;
        assertThat(isValid(changed)).as("byte %d", i).isFalse();
      }
    }
  }

  private static boolean isValid(byte[] json) {
    try {
      return DetachedSignature.parse(json).verify(CONTENT, BELIEVED).isValid();
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @Test
  void otherSpellingsOfTheSameAreRefused() {
    String json =
        new String(DetachedSignature.of(CONTENT, NOW, SIGNER).json(), StandardCharsets.US_ASCII);
    for (String other :
        List.of(
            json + "\n",
            json.replace("08:00:00.123Z", "08:00:00.123000Z"),
            json.replace(",\"sm3\"", ", \"sm3\""),
            json.replace("\"version\":1", "\"version\":2"),
            "x".repeat(10_000))) {
      assertThatThrownBy(() -> DetachedSignature.parse(other.getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
