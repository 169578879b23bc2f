package io.zhidun.rules.filings.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words that may be like a mark without comparing it with all.
 *
 * <p>Chinese: each character of a known word is posted under every character that looks like it,
 * and in words of three or more (two syllables alone are no likeness) under every syllable that
 * sounds like it, with how much. A query adds these up per word; words that cannot reach a likeness
 * that counts are left. Latin: shared trigrams. One thread at a time.
 *
 * <p>Bounded to {@link #MOST_WORDS} words; about 2 KB a word, shared by all filings.
 */
final class ProtectedIndex {

  static final int MOST_WORDS = 200_000;

  /** From this many characters on, words are alike by sound alone. */
  private static final int BY_SOUND = 3;

  private static final int READINGS = 2;

  /** What sound alone, shape alone, and both together must come to per character. */
  private static final double SOUND = 0.88;

  private static final double SHAPE = 0.8;
  private static final double BOTH = 1.35;
  private static final double NEAR_GLYPH = 0.68;

  /** Two characters of which one is the same: the least that the other must sound alike. */
  private static final double OTHER_SOUNDS = 0.35;

  private static final double OTHER_LOOKS = 1.7;
  private static final double BOTH_LOOK = 1.3;

  /** A trigram's weight, so that the longest word's sum has room in a tally. */
  private static final double TRIGRAM = 0.5;

  private final Readings readings = Readings.shared();
  private final Glyphs glyphs = Glyphs.shared();
  private final List<MarkText> words = new ArrayList<>();
  private final Postings bySyllable = new Postings();
  private final Postings byCharacter = new Postings();
  private final Postings byTrigram = new Postings();
  private final Postings bySpelledTrigram = new Postings();
  private final Map<Character, char[]> nearGlyphs = new HashMap<>();

  private final Tally shape = new Tally();
  private final Tally sound = new Tally();

  int size() {
    return words.size();
  }

  MarkText word(int id) {
    return words.get(id);
  }

  /** The word's number, or -1 where the index is full. */
  int add(MarkText word) {
    if (words.size() >= MOST_WORDS) {
      return -1;
    }
    int id = words.size();
    words.add(word);
    shape.grow(words.size());
    sound.grow(words.size());
    for (int i = 0; i < word.hanzi().length(); i++) {
      post(id, word.hanzi().charAt(i), word.hanzi().length());
    }
    postTrigrams(byTrigram, id, word.latin());
    if (word.hanzi().length() >= 2 && word.latin().isEmpty()) {
      postTrigrams(bySpelledTrigram, id, word.spelled());
    }
    return id;
  }

  /** Takes the numbers of the words that a mark may be like, in a fixed order. */
  int candidates(MarkText mark, int[] into) {
    shape.begin();
    sound.begin();
    String hanzi = mark.hanzi();
    for (int i = 0; i < hanzi.length(); i++) {
      shape.count(byCharacter.get(hanzi.charAt(i)), i);
      short[] of = readings.of(hanzi.charAt(i));
      for (int k = 0; hanzi.length() >= BY_SOUND && k < Math.min(READINGS, of.length); k++) {
        sound.count(bySyllable.get(of[k]), i);
      }
    }
    int found = take(hanzi, into);
    if (mark.latin().isEmpty()) {
      return hanzi.length() < 2 ? found : latin(byTrigram, mark.spelled(), into, found);
    }
    found = latin(byTrigram, mark.latin(), into, found);
    return hanzi.isEmpty() ? latin(bySpelledTrigram, mark.latin(), into, found) : found;
  }

  private int latin(Postings trigrams, String whole, int[] into, int found) {
    String word = cut(whole);
    shape.begin();
    for (int i = -2; i < word.length(); i++) {
      shape.count(trigrams.get(trigram(word, i)), i + 2);
    }
    int edits = word.length() <= 3 ? 0 : word.length() <= 6 ? 1 : 2;
    int needed = Math.max(2, Math.min(word.length() + 2 - 3 * edits, word.length() - 2));
    int end = found;
    for (int i = 0; i < shape.size() && end < into.length; i++) {
      int id = shape.id(i);
      double shared = Math.rint(shape.sum(id) / TRIGRAM);
      if (shared >= needed || shared >= Math.max(2, words.get(id).latin().length() - 2)) {
        into[end++] = id;
      }
    }
    return end;
  }

  private int take(String hanzi, int[] into) {
    int end = 0;
    for (int i = 0; i < shape.size() && end < into.length; i++) {
      int id = shape.id(i);
      if (mayBeAlike(hanzi, words.get(id).hanzi(), id)) {
        into[end++] = id;
      }
    }
    for (int i = 0; i < sound.size() && end < into.length; i++) {
      int id = sound.id(i);
      int longer = Math.max(hanzi.length(), words.get(id).hanzi().length());
      if (shape.sum(id) == 0 && sound.sum(id) >= SOUND * longer) {
        into[end++] = id;
      }
    }
    return end;
  }

  private boolean mayBeAlike(String mark, String word, int id) {
    int longer = Math.max(mark.length(), word.length());
    int shorter = Math.min(mark.length(), word.length());
    double looks = shape.sum(id);
    if (longer == 2 && shorter == 2) {
      return twoMayBeAlike(mark, word, looks);
    }
    int exact = shape.exact(id);
    double sounds = sound.sum(id);
    if (shorter >= 2 && longer > shorter && exact >= (shorter == 2 ? 2 : shorter - 1)) {
      return true;
    }
    boolean whole = exact >= longer - (longer > 2 ? 1 : 0) || looks >= SHAPE * longer;
    return whole || sounds >= SOUND * longer || looks + sounds >= BOTH * longer;
  }

  /** Most words have two characters, so these are looked at more closely. */
  private boolean twoMayBeAlike(String mark, String word, double looks) {
    boolean first = mark.charAt(0) == word.charAt(0);
    boolean second = mark.charAt(1) == word.charAt(1);
    if (!first && !second) {
      return looks >= BOTH_LOOK;
    }
    int other = first ? 1 : 0;
    return looks >= OTHER_LOOKS
        || readings.likeness(mark.charAt(other), word.charAt(other)) >= OTHER_SOUNDS;
  }

  private void post(int id, char c, int length) {
    short[] of = readings.of(c);
    for (int k = 0; length >= BY_SOUND && k < Math.min(READINGS, of.length); k++) {
      short syllable = of[k];
      for (short near : readings.syllables().near(syllable)) {
        bySyllable.add(near, id, readings.syllables().likeness(syllable, near));
      }
    }
    byCharacter.add(c, id, 1);
    for (char near : nearGlyphs.computeIfAbsent(c, key -> glyphs.near(key, NEAR_GLYPH))) {
      byCharacter.add(near, id, glyphs.likeness(c, near));
    }
  }

  private static String cut(String word) {
    return word.length() > MarkText.MOST_LATIN ? word.substring(0, MarkText.MOST_LATIN) : word;
  }

  private static void postTrigrams(Postings trigrams, int id, String whole) {
    String word = cut(whole);
    for (int i = -2; i < word.length() && !word.isEmpty(); i++) {
      trigrams.add(trigram(word, i), id, TRIGRAM);
    }
  }

  private static int trigram(String word, int at) {
    int key = 0;
    for (int i = at; i < at + 3; i++) {
      int c = i < 0 || i >= word.length() ? 1 : word.charAt(i);
      key = key * 1021 + c;
    }
    return key;
  }
}
