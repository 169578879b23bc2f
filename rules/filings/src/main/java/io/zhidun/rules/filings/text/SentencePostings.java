package io.zhidun.rules.filings.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * In which filings a sentence stands. A sentence that stands in more than {@link #STOCK} filings is
 * a stock phrase and stands, for our purpose, in none.
 */
final class SentencePostings {

  /** Postings that are followed. */
  static final int STOCK = 64;

  private static final int PAGE = 1 << 10;
  private static final int EACH = Imprints.MOST_SENTENCES;

  private final List<int @Nullable []> next = new ArrayList<>();
  private final int[] postings = new int[STOCK];
  private int[] heads = new int[1 << 12];
  private int count;
  private int oldest;

  SentencePostings() {
    Arrays.fill(heads, -1);
  }

  /** Sentences of a number, to put them into larger slots. */
  interface Held {
    int[] sentences(int ordinal);
  }

  /** Calls {@code found} with each filing, newest first, in which the sentence stands. */
  void find(int sentence, Held held, IntConsumer found) {
    int size = 0;
    int at = heads[slot(sentence)];
    while (at >= oldest * EACH) {
      int ordinal = at / EACH;
      int[] page = next.get(ordinal / PAGE);
      if (page == null) {
        break;
      }
      if (held.sentences(ordinal)[at % EACH] == sentence) {
        if (size == STOCK) {
          return;
        }
        postings[size++] = ordinal;
      }
      at = page[at % (PAGE * EACH)];
    }
    for (int i = 0; i < size; i++) {
      found.accept(postings[i]);
    }
  }

  void add(int[] sentences, Held held) {
    int ordinal = count++;
    if (ordinal % PAGE == 0) {
      next.add(new int[PAGE * EACH]);
    }
    if ((long) (count - oldest) * EACH > 2L * heads.length && heads.length < 1 << 28) {
      grow(held);
    }
    link(ordinal, sentences);
  }

  void forgetBefore(int ordinal) {
    for (int page = oldest / PAGE; page < ordinal / PAGE && page < next.size(); page++) {
      next.set(page, null);
    }
    oldest = Math.max(oldest, ordinal);
  }

  private void link(int ordinal, int[] sentences) {
    int[] page = next.get(ordinal / PAGE);
    if (page == null) {
      return;
    }
    for (int i = 0; i < sentences.length; i++) {
      int slot = slot(sentences[i]);
      page[ordinal % PAGE * EACH + i] = heads[slot];
      heads[slot] = ordinal * EACH + i;
    }
  }

  private void grow(Held held) {
    heads = new int[heads.length << 1];
    Arrays.fill(heads, -1);
    for (int ordinal = oldest; ordinal < count - 1; ordinal++) {
      link(ordinal, held.sentences(ordinal));
    }
  }

  private int slot(int sentence) {
    return Hashes.mix(sentence) & (heads.length - 1);
  }
}
