package io.zhidun.trust.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.chain.TrailFault.Kind;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");
  private static final Signer SIGNER = new Sm2Signer(Sm2PrivateKey.generate(RANDOM), RANDOM);
  private static final TrailExpectation SEALED =
      TrailExpectation.sealedBy(Verifier.of(List.of(SIGNER.publicKey())));

  /** Records 0 to 24: entries, and checkpoints 10 and 21. Line n + 1 of the file is record n. */
  private final List<String> file = trail(TrailPosition.start("audit"), SIGNER, 25);

  @Test
  void verifiesWhatWasWritten() {
    TrailVerdict verdict = verify(file, SEALED);
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict)
        .returns("audit", TrailVerdict::name)
        .returns(25L, TrailVerdict::records)
        .returns(2L, TrailVerdict::seals)
        .returns(21L, TrailVerdict::sealed)
        .returns(4L, TrailVerdict::unsealed)
        .returns(List.of(SIGNER.keyId()), TrailVerdict::keyIds);
  }

  @Test
  void aRecordsHashIsThatOfItsLineBeforeTheHash() {
    String line = file.get(3);
    String hashed = line.substring(0, line.indexOf(",\"hash\":"));
    assertThat(line).endsWith(Sm3.hex(Sm3.of(hashed)) + "\"}");
  }

  @Test
  void namesTheChangedRecord() {
    file.set(8, file.get(8).replace("entry 7", "entry 9"));
    assertFault(verify(file, SEALED), Kind.CHANGED, 7);
  }

  @Test
  void namesTheRecordThatWasRewrittenWithItsHash() {
    file.set(8, rehashed(file.get(8).replace("entry 7", "entry 9")));
    assertFault(verify(file, SEALED), Kind.CHANGED, 7);
  }

  @Test
  void namesTheRecordThatWasRewrittenWithWhatItIsChainedTo() {
    String zeros = "0".repeat(64);
    String line = file.get(8);
    int at = line.indexOf("\"previous\":\"") + 12;
    file.set(8, rehashed(line.substring(0, at) + zeros + line.substring(at + 64)));
    assertFault(verify(file, SEALED), Kind.CHANGED, 7);
  }

  @Test
  void namesTheFirstRecordThatMayHaveBeenRewrittenWithAllHashesAfterIt() {
    List<String> forged = trail(TrailPosition.start("audit"), SIGNER, 12);
    forged.set(12, file.get(12));
    for (int record = 11; record < 25; record++) {
      String line =
          record == 15 ? file.get(16).replace("entry 15", "entry x") : file.get(record + 1);
      file.set(record + 1, rechained(line, file.get(record)));
    }
    assertFault(verify(file, SEALED), Kind.REWRITTEN, 11);
  }

  @Test
  void namesTheFirstRemovedRecord() {
    file.remove(8);
    file.remove(8);
    TrailVerdict verdict = verify(file, SEALED);
    assertFault(verdict, Kind.REMOVED, 7);
    assertThat(verdict.fault().orElseThrow().reason()).contains("records 7 to 8 are missing");
  }

  @Test
  void namesTheInsertedRecord() {
    List<String> doubled = new ArrayList<>(file);
    doubled.add(9, file.get(8));
    assertFault(verify(doubled, SEALED), Kind.INSERTED, 8);
    file.add(8, file.get(8).replace("entry 7", "entry 9"));
    assertFault(verify(file, SEALED), Kind.INSERTED, 7);
  }

  @Test
  void namesTheReorderedRecord() {
    Collections.swap(file, 8, 9);
    assertFault(verify(file, SEALED), Kind.REORDERED, 7);
  }

  @Test
  void findsACutTailWhenItKnowsHowLongTheTrailWas() {
    List<String> cut = file.subList(0, 20);
    assertThat(verify(cut, SEALED).isIntact()).isTrue();
    assertFault(verify(cut, SEALED.reaching(25)), Kind.TRUNCATED, 19);
    String text = String.join("\n", file);
    assertThat(verify(text.getBytes(StandardCharsets.UTF_8), SEALED).fault().orElseThrow().kind())
        .isEqualTo(Kind.TRUNCATED);
  }

  @Test
  void findsAnotherTrailOfTheSameLength() {
    Trail trail = Trail.at(TrailPosition.start("audit"));
    trail.append(START, "{}");
    assertFault(verify(file, SEALED.reaching(trail.position())), Kind.REWRITTEN, 0);
  }

  @Test
  void believesOnlyTheKeysItWasTold() {
    Signer stranger = new Sm2Signer(Sm2PrivateKey.generate(RANDOM), RANDOM);
    List<String> other = trail(TrailPosition.start("audit"), stranger, 25);
    assertFault(verify(other, SEALED), Kind.FOREIGN_KEY, 10);
    assertThat(verify(other, TrailExpectation.nothing()).keyIds())
        .containsExactly(stranger.keyId());
    assertFault(verify(file.subList(0, 8), SEALED), Kind.UNSEALED, 7);
  }

  @Test
  void aLaterPartStandsOnItsOwnSeals() {
    Trail trail = Trail.at(TrailPosition.start("audit"));
    for (int i = 0; i < 7; i++) {
      trail.append(START, "{}");
    }
    List<String> part = trail(trail.position(), SIGNER, 25);
    TrailVerdict verdict = verify(part, SEALED);
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.from()).isEqualTo(7);
    assertThat(verify(part.subList(0, 3), TrailExpectation.nothing()).fault().orElseThrow().kind())
        .isEqualTo(Kind.UNSEALED);
    part.set(0, part.get(0).replaceFirst("\\[\"..", "[\"00"));
    assertFault(verify(part, SEALED), Kind.REWRITTEN, 7);
  }

  @Test
  void findsEveryOneOfTenThousandFlips() {
    byte[] bytes = (String.join("\n", file.subList(0, 12)) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(verify(bytes, SEALED).isIntact()).isTrue();
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      // The seal, whose signature takes most of the time to check, is hit in one of ten.
      int at = random.nextInt(i % 10 == 0 ? bytes.length : bytes.length - 700);
      byte flip = (byte) (1 + random.nextInt(255));
      bytes[at] ^= flip;
      assertThat(verify(bytes, SEALED).isIntact()).as("byte %d ^ %d", at, flip).isFalse();
      bytes[at] ^= flip;
    }
  }

  @Test
  void takesOnlyOneObjectOnOneLine() {
    Trail trail = Trail.at(TrailPosition.start("audit"));
    for (String content :
        List.of(
            "",
            "[]",
            "{",
            "{}{}",
            "{\"a\":1\n}",
            "{\"a\":\"\ud800\"}",
            "{\"a\":1}x",
            "{\"a\":\"" + "x".repeat(Trail.MOST_CONTENT_BYTES) + "\"}")) {
      assertThatThrownBy(() -> trail.append(START, content))
          .as(content)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(trail.position().size()).isZero();
  }

  @Test
  void aPositionIsReadBackAsItWasStored() {
    Trail trail = Trail.at(TrailPosition.start("audit"));
    for (int i = 0; i < 13; i++) {
      trail.append(START, "{}");
    }
    TrailPosition at = trail.position();
    TrailPosition read = TrailPosition.of(at.name(), at.size(), at.headHex(), at.peaksHex());
    assertThat(read.line()).isEqualTo(at.line());
    assertThat(Trail.at(read).append(START, "{}").hashHex())
        .isEqualTo(trail.append(START, "{}").hashHex());
  }

  @Test
  void whatIsNoTrailIsNone() {
    for (String text : List.of("", "\n", "{}\n", "{\"trail\":{}}\n", "x".repeat(100_000))) {
      assertThat(verify(text.getBytes(StandardCharsets.UTF_8), SEALED).fault().orElseThrow().kind())
          .isEqualTo(Kind.NO_TRAIL);
    }
  }

  private static List<String> trail(TrailPosition from, Signer signer, int to) {
    Trail trail = Trail.at(from);
    List<String> lines = new ArrayList<>(List.of(from.line()));
    for (long n = from.size(); n < to; n++) {
      boolean seals = n == 10 || n == 21;
      lines.add(
          (seals
                  ? trail.seal(START.plusSeconds(n), signer)
                  : trail.append(START.plusSeconds(n), "{\"what\":\"entry " + n + " 审计\"}"))
              .line());
    }
    return lines;
  }

  /** The line with the hash of its changed content. */
  private static String rehashed(String line) {
    String hashed = line.substring(0, line.indexOf(",\"hash\":"));
    return hashed + ",\"hash\":\"" + Sm3.hex(Sm3.of(hashed)) + "\"}";
  }

  /** The line chained to another one before it. */
  private static String rechained(String line, String before) {
    String hash = before.substring(before.length() - 66, before.length() - 2);
    int at = line.indexOf("\"previous\":\"") + 12;
    return rehashed(line.substring(0, at) + hash + line.substring(at + 64));
  }

  private static void assertFault(TrailVerdict verdict, Kind kind, long sequence) {
    assertThat(verdict.fault()).isPresent();
    assertThat(verdict.fault().orElseThrow())
        .as("%s", verdict.fault())
        .returns(kind, TrailFault::kind)
        .returns(sequence, TrailFault::sequence);
  }

  private static TrailVerdict verify(List<String> lines, TrailExpectation expected) {
    return verify((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), expected);
  }

  private static TrailVerdict verify(byte[] bytes, TrailExpectation expected) {
    try {
      return TrailVerifier.verify(new ByteArrayInputStream(bytes), expected);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
