package io.zhidun.rules.filings.mark;

import java.text.Normalizer;

/**
 * The words of a mark in the form in which marks are compared: compatibility forms, accents and
 * case folded, letters of other scripts that look Latin made Latin, traditional characters made
 * simplified, all else than letters and digits dropped.
 *
 * @param hanzi its Chinese characters in order, at most {@link #MOST_HANZI}
 * @param latin its other letters and digits in order, at most {@link #MOST_LATIN}
 * @param spelled the usual reading of the Chinese characters, without spaces
 */
record MarkText(String hanzi, String latin, String spelled) {

  /** What stands behind these in a mark is not compared. */
  static final int MOST_HANZI = 16;

  static final int MOST_LATIN = 32;

  /** Input beyond this is not read. */
  private static final int MOST_READ = 200;

  private static final String LOOKS_LATIN =
      "ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxАaВbЕeКkМmНhОoРpСcТtУyХxІiЈjЅs"
          + "аaвbсcеeԁdһhіiјjкkмmнhоoрpѕsтtуyхxԛqԝwзеαaβbεeηnιiκkνvοoρpτtυuχxωwıiłløođdþpæe";

  static MarkText of(String text) {
    String read = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String plain = isPlain(read) ? read : folded(read);
    StringBuilder hanzi = new StringBuilder(MOST_HANZI);
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isHanzi(c)) {
        if (hanzi.length() < MOST_HANZI) {
          hanzi.append(Glyphs.shared().simplified(c));
        }
      } else if (Character.isLetterOrDigit(c) && latin.length() < MOST_LATIN) {
        latin.append(Character.toLowerCase(latinLike(c)));
      }
    }
    String characters = hanzi.toString();
    return new MarkText(characters, latin.toString(), spell(characters));
  }

  boolean isEmpty() {
    return hanzi.isEmpty() && latin.isEmpty();
  }

  /** Chinese characters and then the rest. */
  String folded() {
    return latin.isEmpty() ? hanzi : hanzi + latin;
  }

  static boolean isHanzi(char c) {
    return c >= 0x3400 && c <= 0x9fff;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && !isHanzi(c)) {
        return false;
      }
    }
    return true;
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        kept.append(apart.charAt(i));
      }
    }
    return kept.toString();
  }

  private static char latinLike(char c) {
    if (c < 0x80) {
      return c;
    }
    for (int i = 0; i + 1 < LOOKS_LATIN.length(); i += 2) {
      if (LOOKS_LATIN.charAt(i) == c) {
        return LOOKS_LATIN.charAt(i + 1);
      }
    }
    return c;
  }

  private static String spell(String hanzi) {
    Readings readings = Readings.shared();
    StringBuilder spelled = new StringBuilder(hanzi.length() * 4);
    for (int i = 0; i < hanzi.length(); i++) {
      short[] of = readings.of(hanzi.charAt(i));
      if (of.length > 0) {
        spelled.append(readings.syllables().name(of[0]));
      }
    }
    return spelled.toString();
  }
}
