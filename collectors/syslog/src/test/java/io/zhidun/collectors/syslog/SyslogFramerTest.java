package io.zhidun.collectors.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.core.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogFramerTest {
  private final SyslogFramer framer = new SyslogFramer(20);
  private final List<String> messages = new ArrayList<>();
  private final List<RejectReason> faults = new ArrayList<>();
  private byte[] rest = new byte[0];

  @Test
  void splitsAtLineFeeds() {
    feed("<13>one\n<14>two\r\n<15>thr");
    assertThat(messages).containsExactly("<13>one", "<14>two\r");
    feed("ee\n");
    assertThat(messages).endsWith("<15>three");
    assertThat(faults).isEmpty();
  }

  @Test
  void countsOctets() {
    feed("7 <13>one8 <14>a\nbc9 <15>");
    assertThat(messages).containsExactly("<13>one", "<14>a\nbc");
    feed("12345");
    assertThat(messages).endsWith("<15>12345");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void findsTheSameMessagesHoweverTheBytesCome(int piece) {
    String all = "7 <13>one3 a\nb31 <14>abcdefghijklmnopqrstuvwxyz04 last";
    for (int i = 0; i < all.length(); i += piece) {
      feed(all.substring(i, Math.min(all.length(), i + piece)));
    }
    assertThat(messages).containsExactly("<13>one", "a\nb", "<14>abcdefghijklmnop", "last");
    assertThat(faults).containsExactly(RejectReason.TOO_LONG);
  }

  @Test
  void bearsALineFeedBehindACountedMessage() {
    feed("3 abc\n3 def\n");
    assertThat(messages).containsExactly("abc", "def");
    assertThat(faults).isEmpty();
  }

  @Test
  void takesTheHeadOfALineThatIsTooLong() {
    feed("<13>aaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    feed("bbbb\n<14>next\n");
    assertThat(messages).containsExactly("<13>aaaaaaaaaaaaaaaa", "<14>next");
    assertThat(faults).containsExactly(RejectReason.TOO_LONG);
  }

  @Test
  void takesAnAbsurdCountForText() {
    feed("99999999999999 x\n999999999 y\n3 abc");
    assertThat(messages).containsExactly("99999999999999 x", "999999999 y", "abc");
    assertThat(faults).containsExactly(RejectReason.BAD_FRAME, RejectReason.BAD_FRAME);
  }

  @Test
  void findsTheStreamAgainBehindABadCount() {
    feed("3 abcgarbage\n3 def");
    assertThat(messages).containsExactly("abc", "garbage", "def");
    assertThat(faults).containsExactly(RejectReason.BAD_FRAME);
  }

  @Test
  void takesALineThatBeginsWithADateForALine() {
    feed("2026-11-22T1 h a\n<13>b\n");
    assertThat(messages).containsExactly("2026-11-22T1 h a", "<13>b");
    assertThat(faults).isEmpty();
  }

  @Test
  void keepsNulBytes() {
    feed("<13>\u0000\u0000\n");
    assertThat(messages).containsExactly("<13>\u0000\u0000");
  }

  @Test
  void shipsAnUnterminatedLineWhole() {
    feed("<13>a\n<13>end");
    assertThat(last()).isEqualTo("<13>end");
    assertThat(framer.fault()).isNull();
  }

  @Test
  void shipsHalfACountedMessageAndSaysSo() {
    feed("3 abc12 half");
    assertThat(last()).isEqualTo("half");
    assertThat(framer.fault()).isEqualTo(RejectReason.HALF_FRAME);
  }

  private void feed(String text) {
    byte[] more = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] data = new byte[rest.length + more.length];
    System.arraycopy(rest, 0, data, 0, rest.length);
    System.arraycopy(more, 0, data, rest.length, more.length);
    int at = 0;
    while (framer.next(data, at, data.length)) {
      at = framer.consumed();
      messages.add(text(data));
      if (framer.fault() != null) {
        faults.add(framer.fault());
      }
    }
    at = framer.consumed();
    rest = Arrays.copyOfRange(data, at, data.length);
  }

  private String last() {
    assertThat(framer.last(rest, 0, rest.length)).isTrue();
    return text(rest);
  }

  private String text(byte[] data) {
    return new String(
        data, framer.from(), framer.to() - framer.from(), StandardCharsets.ISO_8859_1);
  }
}
