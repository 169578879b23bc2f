package io.zhidun.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class Sm3Test {

  @Test
  void givesTheDigestsOfTheStandardsExamples() {
    assertThat(Sm3.hex(Sm3.of("abc")))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(Sm3.hex(Sm3.of("abcd".repeat(16))))
        .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  @Test
  void agreesWithAnotherImplementationForEveryLengthAndCut() {
    byte[] bytes = new byte[300];
    new Random(1).nextBytes(bytes);
    for (int length = 0; length <= bytes.length; length++) {
      SM3Digest other = new SM3Digest();
      other.update(bytes, 0, length);
      byte[] expected = new byte[32];
      other.doFinal(expected, 0);
      int cut = length / 3;
      Sm3 sm3 = new Sm3().update(bytes, 0, cut).update(bytes, cut, length - cut);
      assertThat(sm3.digest()).as("length %d", length).isEqualTo(expected);
      for (int i = 0; i < length; i++) {
        sm3.update(bytes[i]);
      }
      assertThat(sm3.digest()).as("byte by byte, length %d", length).isEqualTo(expected);
    }
  }

  @Test
  void authenticatesAsAnotherImplementationForShortAndLongKeys() {
    byte[] content = "what is said".getBytes(StandardCharsets.UTF_8);
    for (int length : new int[] {0, 1, 32, 63, 64, 65, 200}) {
      byte[] key = new byte[length];
      Arrays.fill(key, (byte) 7);
      HMac other = new HMac(new SM3Digest());
      other.init(new KeyParameter(key));
      other.update(content, 0, content.length);
      byte[] expected = new byte[32];
      other.doFinal(expected, 0);
      assertThat(Sm3.hmac(key, content)).as("key of %d bytes", length).isEqualTo(expected);
    }
    assertThat(HexFormat.of().parseHex(Sm3.hex(Sm3.of(content)))).isEqualTo(Sm3.of(content));
  }
}
