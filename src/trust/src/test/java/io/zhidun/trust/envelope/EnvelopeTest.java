package io.zhidun.trust.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhidun.trust.envelope.EnvelopeException.Fault;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BITS = 12;
  private static final int SEGMENT = 1 << BITS;
  private static final byte[] CONTEXT = "chunk 7".getBytes(StandardCharsets.US_ASCII);
  private static final Sm2PrivateKey DAILY = Sm2PrivateKey.generate(RANDOM);
  private static final Sm2PrivateKey ESCROW = Sm2PrivateKey.generate(RANDOM);
  private static final DataKey KEY =
      DataKey.generate(List.of(DAILY.publicKey(), ESCROW.publicKey()), RANDOM);

  @Test
  void givesBackWhatWasSealedForEveryRecipient() throws Exception {
    for (int length :
        new int[] {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 5 * SEGMENT + 77}) {
      byte[] text = text(length);
      byte[] sealed = seal(text);
      assertThat(open(sealed, KeyUnwrapper.of(DAILY))).as("%d bytes", length).isEqualTo(text);
      assertThat(open(sealed, KeyUnwrapper.of(ESCROW))).as("%d bytes", length).isEqualTo(text);
    }
  }

  @Test
  void isTheSameHoweverItIsWritten() throws Exception {
    byte[] text = text(4 * SEGMENT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EnvelopeOutputStream envelope =
        new EnvelopeOutputStream(out, KEY, CONTEXT, BITS, RANDOM)) {
      Random random = new Random(4);
      for (int at = 0; at < text.length; ) {
        int count = Math.min(text.length - at, random.nextInt(3 * SEGMENT));
        envelope.write(text, at, count);
        at += count;
      }
      envelope.finish();
    }
    assertThat(out.size()).isEqualTo(seal(text).length);
    assertThat(open(out.toByteArray(), KeyUnwrapper.of(DAILY))).isEqualTo(text);
  }

  @Test
  void oneDataKeySealsTwiceWithoutRepeatingItself() throws Exception {
    byte[] text = text(100);
    byte[] one = seal(text);
    byte[] two = seal(text);
    assertThat(Arrays.copyOfRange(one, one.length - 116, one.length))
        .isNotEqualTo(Arrays.copyOfRange(two, two.length - 116, two.length));
  }

  @Test
  void saysWhichKeysAreMissing() throws Exception {
    Sm2PrivateKey stranger = Sm2PrivateKey.generate(RANDOM);
    assertThatThrownBy(() -> open(seal(text(1)), KeyUnwrapper.of(stranger)))
        .hasMessageContaining(DAILY.publicKey().id())
        .extracting(fault -> ((EnvelopeException) fault).fault())
        .isEqualTo(Fault.NO_KEY);
  }

  @Test
  void saysThatAKeyIsTheWrongOne() {
    KeyUnwrapper impostor =
        new KeyUnwrapper() {
          @Override
          public boolean holds(String keyId) {
            return true;
          }

          @Override
          public Optional<byte[]> unwrap(String keyId, byte[] wrapped) {
            return ESCROW.decrypt(wrapped).map(secret -> new byte[1]);
          }
        };
    assertThat(faultOf(seal(text(1)), impostor, CONTEXT)).isEqualTo(Fault.WRONG_KEY);
  }

  @Test
  void belongsToItsContext() {
    assertThat(faultOf(seal(text(9)), KeyUnwrapper.of(DAILY), new byte[] {8}))
        .isEqualTo(Fault.HEADER_CHANGED);
  }

  @Test
  void findsThatItWasCutAnywhere() {
    byte[] sealed = seal(text(3 * SEGMENT));
    KeyUnwrapper keys = remembering();
    for (int length = 0; length < sealed.length; length += length < 500 ? 1 : 61) {
      assertThat(faultOf(Arrays.copyOf(sealed, length), keys, CONTEXT))
          .as("cut at %d", length)
          .isIn(Fault.TRUNCATED, Fault.SEGMENT_CHANGED);
    }
    int segment = SEGMENT + Segments.TAG;
    assertThat(faultOf(Arrays.copyOf(sealed, sealed.length - segment), keys, CONTEXT))
        .isEqualTo(Fault.TRUNCATED);
    assertThat(faultOf(Arrays.copyOf(sealed, sealed.length + 1), keys, CONTEXT))
        .isEqualTo(Fault.TRAILING_BYTES);
  }

  @Test
  void findsThatSegmentsWereReordered() {
    byte[] sealed = seal(text(4 * SEGMENT));
    int segment = SEGMENT + Segments.TAG;
    int first = sealed.length - 4 * segment;
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, first, swapped, first + segment, segment);
    System.arraycopy(sealed, first + segment, swapped, first, segment);
    assertThat(faultOf(swapped, KeyUnwrapper.of(DAILY), CONTEXT)).isEqualTo(Fault.REORDERED);
  }

  @Test
  void aWriterThatFailedLeavesNothingThatOpens() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EnvelopeOutputStream envelope = new EnvelopeOutputStream(out, KEY, RANDOM)) {
      envelope.write(text(100_000));
    }
    assertThatThrownBy(() -> open(out.toByteArray(), KeyUnwrapper.of(DAILY), new byte[0]))
        .isInstanceOf(EnvelopeException.class);
  }

  @Test
  void aFaultIsNotReadOver() throws Exception {
    byte[] sealed = seal(text(3 * SEGMENT));
    sealed[sealed.length - 2 * SEGMENT] ^= 1;
    EnvelopeInputStream in =
        new EnvelopeInputStream(new ByteArrayInputStream(sealed), KeyUnwrapper.of(DAILY), CONTEXT);
    in.readNBytes(SEGMENT);
    assertThatThrownBy(in::read).hasMessageContaining("segment 1 was changed");
    assertThatThrownBy(in::read).hasMessageContaining("segment 1 was changed");
  }

  @Test
  void findsEveryOneOfTenThousandFlips() {
    byte[] sealed = seal(text(SEGMENT + 100));
    KeyUnwrapper keys = remembering();
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      int at = i < 500 ? i : random.nextInt(sealed.length);
      byte flip = (byte) (1 + random.nextInt(255));
      sealed[at] ^= flip;
      assertThat(faultOf(sealed, keys, CONTEXT)).as("byte %d ^ %d", at, flip).isNotNull();
      sealed[at] ^= flip;
    }
    assertThat(faultOf(sealed, keys, CONTEXT)).isNull();
  }

  /** Opens as DAILY does, and each wrapped secret once: ten thousand times take a minute. */
  private static KeyUnwrapper remembering() {
    KeyUnwrapper daily = KeyUnwrapper.of(DAILY);
    byte[] known = KEY.copies().get(0).wrapped();
    return new KeyUnwrapper() {
      @Override
      public boolean holds(String keyId) {
        return daily.holds(keyId);
      }

      @Override
      public Optional<byte[]> unwrap(String keyId, byte[] wrapped) {
        return Arrays.equals(known, wrapped)
            ? Optional.of(KEY.secret())
            : daily.unwrap(keyId, wrapped);
      }
    };
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    new Random(length).nextBytes(text);
    return text;
  }

  private static byte[] seal(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EnvelopeOutputStream envelope =
        new EnvelopeOutputStream(out, KEY, CONTEXT, BITS, RANDOM)) {
      envelope.write(text);
      envelope.finish();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] open(byte[] sealed, KeyUnwrapper keys) throws IOException {
    return open(sealed, keys, CONTEXT);
  }

  private static byte[] open(byte[] sealed, KeyUnwrapper keys, byte[] context) throws IOException {
    try (EnvelopeInputStream in =
        new EnvelopeInputStream(new ByteArrayInputStream(sealed), keys, context)) {
      return in.readAllBytes();
    }
  }

  private static @Nullable Fault faultOf(byte[] sealed, KeyUnwrapper keys, byte[] context) {
    EnvelopeException fault =
        catchThrowableOfType(EnvelopeException.class, () -> open(sealed, keys, context));
    return fault == null ? null : fault.fault();
  }
}
