package io.zhidun.rules.filings.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Brings a text to the form in which texts are compared: compatibility forms folded (NFKC),
 * traditional characters simplified one by one, letters lower-cased; digits, punctuation, white
 * space and the phrases that every specification has left out.
 *
 * <p>Digits go because reference numerals and figures are what a copyist changes first.
 */
public final class NormalText {

  /** No more than this many characters of a text are looked at. */
  public static final int MOST_CHARACTERS = 200_000;

  private static final char[] FOLD = fold();
  private static final char[][][] PHRASES = phrases();

  private NormalText() {}

  /** Only letters and ideographs of the text, folded, without stock phrases. */
  public static char[] letters(CharSequence text) {
    int length = Math.min(text.length(), MOST_CHARACTERS);
    char[] folded = new char[length];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      char c = FOLD[text.charAt(i)];
      if (c != 0) {
        folded[kept++] = c;
      }
    }
    return withoutPhrases(folded, kept);
  }

  /** What the character is folded to; 0 where it is left out. */
  static char fold(char c) {
    return FOLD[c];
  }

  private static char[] withoutPhrases(char[] text, int length) {
    int to = 0;
    int from = 0;
    while (from < length) {
      int phrase = phraseAt(text, from, length);
      if (phrase > 0) {
        from += phrase;
      } else {
        text[to++] = text[from++];
      }
    }
    return Arrays.copyOf(text, to);
  }

  private static int phraseAt(char[] text, int at, int length) {
    char[][] begun = PHRASES[text[at] & 0xff];
    if (begun == null) {
      return 0;
    }
    for (char[] phrase : begun) {
      if (phrase.length <= length - at && starts(text, at, phrase)) {
        return phrase.length;
      }
    }
    return 0;
  }

  private static boolean starts(char[] text, int at, char[] phrase) {
    for (int i = 0; i < phrase.length; i++) {
      if (text[at + i] != phrase[i]) {
        return false;
      }
    }
    return true;
  }

  private static char[] fold() {
    char[] table = new char[1 << 16];
    for (int c = 0; c < table.length; c++) {
      table[c] = foldOne((char) c);
    }
    return table;
  }

  private static char foldOne(char c) {
    if (Character.isSurrogate(c)) {
      return c;
    }
    String folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    if (folded.length() != 1 || !Character.isLetter(folded.charAt(0))) {
      return 0;
    }
    char one = Character.toLowerCase(folded.charAt(0));
    if (!Character.isIdeographic(one)) {
      return one;
    }
    String simple = ZhConverterUtil.toSimple(String.valueOf(one));
    return simple.length() == 1 ? simple.charAt(0) : one;
  }

  /** By the low byte of their first character, the longest first. */
  private static char[][][] phrases() {
    String[] all = {
      "本发明", "本实用新型", "本申请", "本外观设计", "公开了", "提供了", "涉及", "其特征在于", "特征在于", "所述的", "所述", "根据权利要求",
      "如权利要求", "按照权利要求", "中任一项", "任意一项", "任一项", "一种", "包括以下步骤", "包括如下步骤", "本领域技术人员", "应当理解", "优选地",
      "优选的", "进一步地", "进一步的", "具体实施方式", "背景技术", "技术领域", "发明内容", "附图说明", "有益效果", "与现有技术相比", "上述", "该"
    };
    char[][][] table = new char[256][][];
    for (int slot = 0; slot < 256; slot++) {
      int low = slot;
      char[][] begun =
          Arrays.stream(all)
              .filter(phrase -> (phrase.charAt(0) & 0xff) == low)
              .map(String::toCharArray)
              .sorted(Comparator.comparingInt((char[] phrase) -> phrase.length).reversed())
              .toArray(char[][]::new);
      table[slot] = begun.length == 0 ? null : begun;
    }
    return table;
  }
}
