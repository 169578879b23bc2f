package io.zhidun.rules.filings.mark;

import com.github.houbb.pinyin.support.tone.PinyinTones;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which characters stand next to each other in Chinese words and in marks of small portfolios.
 *
 * <p>The base is the words of the libraries' dictionaries (about 0.3 million pairs, 0.4 s, shared);
 * to it come pairs that marks of at least two applicants had. Surprisal is cut once: a pair is
 * known or not. On 26,740 names of companies and as many random words of their characters, three
 * characters without a known pair are four times as frequent among the random ones; two characters
 * alone tell nothing, so only a portfolio is judged.
 *
 * <p>Learned pairs are bounded to {@link #MOST_LEARNED}; then no more are taken.
 */
final class Bigrams {

  /** Applicants with more marks than this teach nothing: else a flood would make itself usual. */
  static final int MOST_TAUGHT = 12;

  static final int MOST_LEARNED = 2_000_000;

  private static final String WORDS = "/nlp/word_freq_dict.txt";

  /** Pair to the applicant that had it first, or to {@link #SEVERAL}. */
  private final LongIndex learned = new LongIndex();

  private static final int SEVERAL = Integer.MAX_VALUE;

  /** Whether any two neighbours of a word of two or more characters are known. */
  boolean knows(String hanzi) {
    for (int i = 0; i + 1 < hanzi.length(); i++) {
      int pair = pair(hanzi, i);
      if (Base.knows(pair) || learned.get(Hashes.mix(pair)) == SEVERAL) {
        return true;
      }
    }
    return false;
  }

  void learn(String hanzi, int applicant) {
    for (int i = 0; i + 1 < hanzi.length(); i++) {
      int pair = pair(hanzi, i);
      if (Base.knows(pair)) {
        continue;
      }
      long key = Hashes.mix(pair);
      int first = learned.get(key);
      if (first == LongIndex.NONE && learned.size() < MOST_LEARNED) {
        learned.put(key, applicant);
      } else if (first != LongIndex.NONE && first != applicant) {
        learned.put(key, SEVERAL);
      }
    }
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }

  /** The pairs of the dictionaries: an open hash set of ints, never changed once built. */
  private static final class Base {
    private static int[] slots = new int[1 << 16];
    private static int size;

    static {
      try (InputStream in = Bigrams.class.getResourceAsStream(WORDS)) {
        if (in == null) {
          throw new IllegalStateException(WORDS + " is not on the class path");
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int end = line.indexOf(' ');
          add(end < 0 ? line : line.substring(0, end));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(WORDS, e);
      }
      PinyinTones.defaults().phraseSet().forEach(Base::add);
    }

    static boolean knows(int pair) {
      return slots[at(pair)] == pair;
    }

    private static void add(String word) {
      for (int i = 0; i + 1 < word.length() && word.length() <= 4; i++) {
        if (MarkText.isHanzi(word.charAt(i)) && MarkText.isHanzi(word.charAt(i + 1))) {
          add(pair(word, i));
        }
      }
    }

    private static void add(int pair) {
      int at = at(pair);
      if (slots[at] == pair) {
        return;
      }
      slots[at] = pair;
      size++;
      if (size * 3L > slots.length * 2L) {
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.stream(old).filter(known -> known != 0).forEach(known -> slots[at(known)] = known);
      }
    }

    private static int at(int pair) {
      int at = (pair * 0x9e3779b9) >>> (32 - Integer.numberOfTrailingZeros(slots.length));
      while (slots[at] != 0 && slots[at] != pair) {
        at = at + 1 & slots.length - 1;
      }
      return at;
    }
  }
}
