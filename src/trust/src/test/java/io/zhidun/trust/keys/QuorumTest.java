package io.zhidun.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuorumTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] SECRET =
      "thirty-two bytes of a key file...".getBytes(StandardCharsets.US_ASCII);

  private final List<KeyShare> shares = Quorum.split(SECRET, 3, 5, RANDOM);

  @Test
  void anyThreeOfFiveGiveTheSecret() {
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < 5; b++) {
        for (int c = 0; c < 5; c++) {
          if (a != b && b != c && a != c) {
            assertThat(Quorum.join(List.of(shares.get(a), shares.get(b), shares.get(c))))
                .isEqualTo(SECRET);
          }
        }
      }
    }
    assertThat(Quorum.join(shares)).isEqualTo(SECRET);
  }

  @Test
  void twoOfThemDoNotEvenIfOneIsShownTwice() {
    assertThatThrownBy(() -> Quorum.join(List.of(shares.get(0), shares.get(1), shares.get(0))))
        .hasMessage("3 shares are needed, 2 were given");
  }

  @Test
  void aFalseShareAndOneOfAnotherSplitAreNoticed() {
    KeyShare share = shares.get(2);
    byte[] value = share.value().clone();
    value[0] ^= 1;
    KeyShare forged = new KeyShare(share.set(), 3, share.number(), value);
    assertThatThrownBy(() -> Quorum.join(List.of(shares.get(0), shares.get(1), forged)))
        .hasMessageContaining("a share is false");
    KeyShare foreign = Quorum.split(SECRET, 3, 5, RANDOM).get(2);
    assertThatThrownBy(() -> Quorum.join(List.of(shares.get(0), shares.get(1), foreign)))
        .hasMessageContaining("different splits");
  }

  @Test
  void aShareIsReadFromItsLineAndAMisreadOneIsNoticed() {
    String text = shares.get(4).text();
    List<KeyShare> read =
        List.of(
            KeyShare.parse(text + "\n"),
            KeyShare.parse(shares.get(1).text()),
            KeyShare.parse(shares.get(0).text()));
    assertThat(Quorum.join(read)).isEqualTo(SECRET);
    char[] misread = text.toCharArray();
    misread[40] = misread[40] == 'a' ? 'b' : 'a';
    assertThatThrownBy(() -> KeyShare.parse(new String(misread))).hasMessageContaining("misread");
    assertThatThrownBy(() -> KeyShare.parse("hello")).hasMessageContaining("not a share");
  }
}
