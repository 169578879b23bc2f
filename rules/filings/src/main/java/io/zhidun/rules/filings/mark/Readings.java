package io.zhidun.rules.filings.mark;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How Chinese characters are read: toneless syllables, the usual one first, all readings of a
 * polyphone up to three. Taken once from the pinyin library (about 0.3 s), then immutable.
 */
final class Readings {

  /** Rarer readings of a polyphone than this many are not looked at. */
  static final int MOST = 3;

  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9fff;
  private static final short[] NONE = {};

  /** A reading that is not the usual one is a weaker ground. */
  private static final double RARER = 0.85;

  private final Syllables syllables;
  private final short[][] byCharacter = new short[LAST - FIRST + 1][];

  private Readings() {
    List<List<String>> texts = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    for (int c = FIRST; c <= LAST; c++) {
      List<String> readings = readings((char) c);
      texts.add(readings);
      all.addAll(readings);
    }
    syllables = new Syllables(all);
    for (int i = 0; i < byCharacter.length; i++) {
      byCharacter[i] = ids(texts.get(i));
    }
  }

  static Readings shared() {
    return Holder.SHARED;
  }

  Syllables syllables() {
    return syllables;
  }

  /** The character's syllables; empty where it has none. */
  short[] of(char c) {
    return c < FIRST || c > LAST ? NONE : byCharacter[c - FIRST];
  }

  /** How alike two characters sound, from 0 to 1. */
  double likeness(char a, char b) {
    if (a == b) {
      return 1;
    }
    short[] left = of(a);
    short[] right = of(b);
    double best = 0;
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length; j++) {
        double found = syllables.likeness(left[i], right[j]);
        best = Math.max(best, i + j == 0 ? found : found * RARER);
      }
    }
    return best;
  }

  private static List<String> readings(char c) {
    Set<String> found = new LinkedHashSet<>();
    for (String reading : PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL)) {
      String plain = reading.replace('ü', 'v');
      if (isSyllable(plain) && found.size() < MOST) {
        found.add(plain);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isSyllable(String text) {
    boolean vowel = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
      vowel |= "aeiouv".indexOf(c) >= 0;
    }
    return vowel;
  }

  private short[] ids(List<String> readings) {
    short[] ids = new short[readings.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) syllables.id(readings.get(i));
    }
    return ids;
  }

  private static final class Holder {
    static final Readings SHARED = new Readings();
  }
}
