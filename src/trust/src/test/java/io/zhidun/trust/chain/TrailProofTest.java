package io.zhidun.trust.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrailProofTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Sm2Signer SIGNER = new Sm2Signer(Sm2PrivateKey.generate(RANDOM), RANDOM);
  private static final Optional<Verifier> BELIEVED =
      Optional.of(Verifier.of(List.of(SIGNER.publicKey())));

  private final List<String> lines = new ArrayList<>();

  /** Seals in records 3 and 10; record 11 is not sealed. */
  @BeforeEach
  void trail() {
    Trail trail = Trail.at(TrailPosition.start("service"));
    lines.add(trail.position().line());
    for (int i = 0; i < 3; i++) {
      lines.add(trail.append(Instant.EPOCH, "{\"who\":\"王\",\"n\":" + i + "}").line());
    }
    lines.add(trail.seal(Instant.EPOCH, SIGNER).line());
    for (int i = 4; i < 10; i++) {
      lines.add(trail.append(Instant.EPOCH, "{\"n\":" + i + "}").line());
    }
    lines.add(trail.seal(Instant.EPOCH, SIGNER).line());
    lines.add(trail.append(Instant.EPOCH, "{\"n\":11}").line());
  }

  private TrailProof proof(long sequence) throws IOException {
    String text = String.join("\n", lines) + "\n";
    return TrailProof.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), sequence);
  }

  private static TrailProof again(String text) throws IOException {
    return TrailProof.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everySealedRecordIsProvenByThreeLines() throws IOException {
    for (int sequence = 0; sequence < 10; sequence++) {
      TrailProof proof = again(proof(sequence).text());

      assertThat(proof.record()).isEqualTo(lines.get(sequence + 1));
      assertThat(proof.verify(BELIEVED))
          .isEqualTo(
              new TrailProof.Verdict(
                  sequence, sequence < 3 ? 3 : 10, SIGNER.keyId(), Optional.empty()));
    }
  }

  @Test
  void aChangedBitAnywhereInItIsFound() throws IOException {
    byte[] text = proof(5).text().getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < text.length; at += 4) {
      byte[] changed = text.clone();
      changed[at] ^= 1;
      boolean found;
      try {
        found = !TrailProof.parse(changed).verify(BELIEVED).holds();
      } catch (IllegalArgumentException e) {
        found = true;
      }
      assertThat(found).as("bit of byte " + at).isTrue();
    }
  }

  @Test
  void provesNothingOfAnotherRecordOrByAnotherKey() throws IOException {
    TrailProof proof = proof(5);
    TrailProof other = new TrailProof(proof.trail(), lines.get(7), proof.seal(), proof.path());
    assertThat(other.verify(BELIEVED).fault())
        .hasValue("the path does not lead from the record to the sealed root");
    TrailProof renamed = new TrailProof("other", proof.record(), proof.seal(), proof.path());
    assertThat(renamed.verify(BELIEVED).fault().orElse("")).startsWith("the seal's signature");

    Sm2PrivateKey foreign = Sm2PrivateKey.generate(RANDOM);
    assertThat(proof.verify(Optional.of(Verifier.of(List.of(foreign.publicKey())))).fault())
        .hasValue("sealed by " + SIGNER.keyId() + ", which is not believed");
    assertThat(proof.verify(Optional.empty()).holds()).isTrue();
  }

  @Test
  void saysWhyThereIsNoProof() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> proof(11))
        .withMessage("record 11 is not sealed yet");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> proof(12))
        .withMessage("there is no record 12; the trail has 12");
    lines.remove(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> proof(9))
        .withMessage("line 5 is not record 3: verify the trail");
  }
}
