package io.zhidun.trust.sm4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class Sm4Test {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

  @Test
  void encryptsTheStandardsExample() {
    assertThat(encrypted(1)).isEqualTo("681edf34d206965e86b3e94f536e4246");
  }

  @Test
  void encryptsTheStandardsExampleAMillionTimes() {
    assertThat(encrypted(1_000_000)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
  }

  private static String encrypted(int times) {
    Sm4 sm4 = new Sm4(KEY);
    byte[] block = KEY.clone();
    for (int i = 0; i < times; i++) {
      sm4.encrypt(block, 0, block, 0);
    }
    return HEX.formatHex(block);
  }

  @Test
  void sealsTheExampleOfRfc8998() {
    byte[] nonce = HEX.parseHex("00001234567800000000abcd");
    byte[] additional = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] text =
        HEX.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    assertThat(HEX.formatHex(new Sm4Gcm(KEY).seal(nonce, additional, text)))
        .isEqualTo(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
  }

  @Test
  void sealsAsAnotherImplementationForEveryLengthAndOpensItAgain() throws Exception {
    Random random = new Random(2);
    for (int length = 0; length < 200; length++) {
      byte[] key = bytes(random, 16);
      byte[] nonce = bytes(random, 12);
      byte[] additional = bytes(random, length % 37);
      byte[] text = bytes(random, length);
      GCMBlockCipher other = (GCMBlockCipher) GCMBlockCipher.newInstance(new SM4Engine());
      other.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, additional));
      byte[] expected = new byte[length + 16];
      int done = other.processBytes(text, 0, length, expected, 0);
      other.doFinal(expected, done);

      Sm4Gcm gcm = new Sm4Gcm(key);
      byte[] sealed = gcm.seal(nonce, additional, text);
      assertThat(sealed).as("length %d", length).isEqualTo(expected);
      byte[] opened = new byte[length];
      assertThat(gcm.open(nonce, additional, sealed, 0, sealed.length, opened, 0)).isTrue();
      assertThat(opened).isEqualTo(text);
      sealed[length / 2] ^= 1;
      assertThat(gcm.open(nonce, additional, sealed, 0, sealed.length, opened, 0)).isFalse();
    }
  }

  @Test
  void countsOnlyInTheLastFourBytes() {
    byte[] counter = HEX.parseHex("000000000000000000000000ffffffff");
    byte[] zero = new byte[16 * 9];
    byte[] stream = new byte[zero.length];
    Sm4 sm4 = new Sm4(KEY);
    sm4.counter(counter, zero, 0, stream, 0, zero.length);
    byte[] second = new byte[16];
    sm4.encrypt(new byte[16], 0, second, 0);
    assertThat(HEX.formatHex(stream, 16, 32)).isEqualTo(HEX.formatHex(second));
  }

  @Test
  void refusesKeysAndNoncesOfOtherLengths() {
    assertThatThrownBy(() -> new Sm4(new byte[15])).hasMessageContaining("16 bytes");
    assertThatThrownBy(() -> new Sm4Gcm(KEY).seal(new byte[16], new byte[0], new byte[1]))
        .hasMessageContaining("12 bytes");
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
