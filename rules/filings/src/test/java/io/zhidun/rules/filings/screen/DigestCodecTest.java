package io.zhidun.rules.filings.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.filings.Patents;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.text.Digest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestCodecTest {

  private final DigestCodec codec = new DigestCodec(new byte[32]);

  @Test
  void filingAndChange_areReadAsTheyWereWritten() {
    Digest filing = Digest.of(Patents.of("2026104796018", "甲公司", 1).from("dev-1").filing());
    Digest change =
        Digest.of(
            new FilingChange(
                "2026104796018",
                ChangeKind.NOTICE,
                Patents.DAY,
                List.of(),
                List.of(),
                List.of(),
                null,
                null));

    assertThat(codec.read(codec.write(filing))).isEqualTo(filing);
    assertThat(codec.read(codec.write(change))).isEqualTo(change);
  }

  @Test
  void damagedBytes_areAnArgumentFault() {
    byte[] written = codec.write(Digest.of(Patents.of("2026104796018", "甲公司", 1).filing()));
    assertThatThrownBy(() -> codec.read(new byte[] {7, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 7");
    Random random = new Random(1);
    for (int length = 1; length < written.length; length += 13) {
      byte[] cut = Arrays.copyOf(written, length);
      cut[random.nextInt(length)] ^= (byte) (1 + random.nextInt(255));
      try {
        codec.read(cut);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }
}
