package io.zhidun.rules.match;

import io.zhidun.rules.atom.Folding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many literals stand anywhere in a value. Each literal is known by the run of four
 * bytes that fewest others share, a shorter one by two bytes or one. A bit filter small enough for
 * the nearest cache lets nearly every position of a value pass; what it stops is looked up and
 * compared in full.
 */
final class GramTable {
  private static final int GRAM = 4;
  private static final int PAIR = 2;
  private static final int MIX = 0x9e3779b1;

  /** With 32 bits a gram, one position in 32 is looked up in vain at most. */
  private static final int BITS_PER_GRAM = 32;

  private static final int LEAST_BITS = 12;
  private static final int LONGEST_STRIDE = 8;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final PartAtom[] NOTHING = {};

  /** Positions from one look to the next. */
  private final int stride;

  private final long[] filter;
  private final int shift;
  private final int[] grams;
  private final PartAtom[][] byGram;

  /** By two bytes, and by one: the literals known by them. */
  private final PartAtom @Nullable [][] pairs;

  private final PartAtom @Nullable [][] singles;

  private GramTable(Builder builder) {
    int bits = LEAST_BITS;
    while (1L << bits < (long) builder.byGram.size() * BITS_PER_GRAM) {
      bits++;
    }
    this.stride = builder.stride;
    this.shift = Integer.SIZE - bits;
    this.filter = new long[1 << bits - 6];
    int size = Integer.highestOneBit(Math.max(4, builder.byGram.size() * 2)) * 2;
    this.grams = new int[size];
    this.byGram = new PartAtom[size][];
    builder.byGram.forEach(this::enter);
    this.pairs = dense(builder.byPair, 1 << 16);
    this.singles = dense(builder.bySingle, 1 << 8);
  }

  private void enter(int gram, List<PartAtom> parts) {
    int hash = gram * MIX >>> shift;
    filter[hash >> 6] |= 1L << hash;
    int mask = grams.length - 1;
    int slot = gram * MIX & mask;
    while (byGram[slot] != null) {
      slot = slot + 1 & mask;
    }
    grams[slot] = gram;
    byGram[slot] = parts.toArray(PartAtom[]::new);
  }

  private static PartAtom @Nullable [][] dense(Map<Integer, List<PartAtom>> parts, int size) {
    if (parts.isEmpty()) {
      return null;
    }
    PartAtom[][] dense = new PartAtom[size][];
    Arrays.fill(dense, NOTHING);
    parts.forEach((key, list) -> dense[key] = list.toArray(PartAtom[]::new));
    return dense;
  }

  /** Tells the matcher every pivot whose literal stands in {@code bytes[from, to)}. */
  void scan(byte[] bytes, int from, int to, EventMatcher matcher) {
    matcher.beginValue();
    if (stride > 1) {
      scanInStrides(bytes, from, to, matcher);
    } else if (grams.length > 0) {
      scanAll(bytes, from, to, matcher);
    }
    if (pairs != null) {
      scanPairs(pairs, bytes, from, to, matcher);
    }
    if (singles != null) {
      scanSingles(singles, bytes, from, to, matcher);
    }
  }

  private void scanAll(byte[] bytes, int from, int to, EventMatcher matcher) {
    byte[] fold = Folding.asciiTable();
    long[] bits = filter;
    int down = shift;
    int window = 0;
    for (int i = from; i < to; i++) {
      window = window << 8 | fold[bytes[i] & 0xff] & 0xff;
      int hash = window * MIX >>> down;
      if ((bits[hash >> 6] & 1L << hash) != 0) {
        lookUp(window, bytes, from, to, i + 1, matcher);
      }
    }
  }

  /**
   * Every literal is long enough to hold a gram at one of the places looked at, and is known by as
   * many of its grams as there are places between two looks.
   */
  private void scanInStrides(byte[] bytes, int from, int to, EventMatcher matcher) {
    long[] bits = filter;
    int down = shift;
    for (int i = from; i + GRAM <= to; i += stride) {
      int window = folded((int) WORDS.get(bytes, i));
      int hash = window * MIX >>> down;
      if ((bits[hash >> 6] & 1L << hash) != 0) {
        lookUp(window, bytes, from, to, i + GRAM, matcher);
      }
    }
  }

  /** Makes the four bytes lower case, as far as they are ASCII letters. */
  private static int folded(int word) {
    int low = word & 0x7f7f7f7f;
    int upper = low + 0x3f3f3f3f & ~(low + 0x25252525) & ~word & 0x80808080;
    return word | upper >>> 2;
  }

  private void lookUp(int gram, byte[] bytes, int from, int to, int end, EventMatcher matcher) {
    int mask = grams.length - 1;
    for (int slot = gram * MIX & mask; byGram[slot] != null; slot = slot + 1 & mask) {
      if (grams[slot] == gram) {
        report(byGram[slot], bytes, from, to, end, matcher);
        return;
      }
    }
  }

  private static void scanPairs(
      PartAtom[][] pairs, byte[] bytes, int from, int to, EventMatcher matcher) {
    byte[] fold = Folding.asciiTable();
    int window = from < to ? fold[bytes[from] & 0xff] & 0xff : 0;
    for (int i = from + 1; i < to; i++) {
      window = (window << 8 | fold[bytes[i] & 0xff] & 0xff) & 0xffff;
      if (pairs[window].length > 0) {
        report(pairs[window], bytes, from, to, i + 1, matcher);
      }
    }
  }

  private static void scanSingles(
      PartAtom[][] singles, byte[] bytes, int from, int to, EventMatcher matcher) {
    byte[] fold = Folding.asciiTable();
    for (int i = from; i < to; i++) {
      PartAtom[] parts = singles[fold[bytes[i] & 0xff] & 0xff];
      if (parts.length > 0) {
        report(parts, bytes, from, to, i + 1, matcher);
      }
    }
  }

  private static void report(
      PartAtom[] parts, byte[] bytes, int from, int to, int end, EventMatcher matcher) {
    for (PartAtom part : parts) {
      if (!matcher.isHeld(part.atom()) && part.standsAt(bytes, from, to, end)) {
        matcher.found(part, bytes, from, to);
      }
    }
  }

  /** Collects the literals of a field. */
  static final class Builder {
    private final List<PartAtom> parts = new ArrayList<>();
    private final Map<Integer, List<PartAtom>> byGram = new HashMap<>();
    private final Map<Integer, List<PartAtom>> byPair = new HashMap<>();
    private final Map<Integer, List<PartAtom>> bySingle = new HashMap<>();
    private int stride = 1;

    void add(PartAtom part) {
      parts.add(part);
    }

    boolean isEmpty() {
      return parts.isEmpty();
    }

    GramTable build() {
      int shortest = parts.stream().mapToInt(part -> part.literal().length).min().orElse(0);
      stride = Math.min(LONGEST_STRIDE, Math.max(1, shortest - GRAM + 1));
      Map<Integer, Integer> shared = new HashMap<>();
      for (PartAtom part : parts) {
        for (int end = GRAM; end <= part.literal().length; end++) {
          shared.merge(key(part.literal(), end, GRAM), 1, Integer::sum);
        }
      }
      for (PartAtom part : parts) {
        place(part, shared);
      }
      return new GramTable(this);
    }

    private void place(PartAtom part, Map<Integer, Integer> shared) {
      byte[] literal = part.literal();
      if (literal.length >= GRAM) {
        int last = rarest(literal, shared);
        for (int end = last - stride + 1; end <= last; end++) {
          enter(byGram, part, end, GRAM);
        }
      } else if (literal.length >= PAIR) {
        enter(byPair, part, PAIR, PAIR);
      } else {
        enter(bySingle, part, 1, 1);
      }
    }

    /** Where the run of grams ends, as many as the stride, that fewest literals share. */
    private int rarest(byte[] literal, Map<Integer, Integer> shared) {
      int best = GRAM + stride - 1;
      int fewest = Integer.MAX_VALUE;
      for (int end = best; end <= literal.length; end++) {
        int count = 0;
        for (int back = 0; back < stride; back++) {
          count += shared.getOrDefault(key(literal, end - back, GRAM), 0);
        }
        if (count <= fewest) {
          fewest = count;
          best = end;
        }
      }
      return best;
    }

    private static void enter(
        Map<Integer, List<PartAtom>> table, PartAtom part, int end, int width) {
      table
          .computeIfAbsent(key(part.literal(), end, width), unused -> new ArrayList<>(1))
          .add(part.endingAt(end));
    }

    private static int key(byte[] literal, int end, int width) {
      int key = 0;
      for (int i = end - width; i < end; i++) {
        key = key << 8 | literal[i] & 0xff;
      }
      return key;
    }
  }
}
