package io.zhidun.rules.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which of many literals stand anywhere in a value. Each literal is known by a gram, the run
 * of three or four bytes that fewest others share; a shorter one by two bytes or one. The filter of
 * {@link GramSet} lets nearly every position of a value pass; what it stops is compared in full.
 * Where all literals are long, only every second to eighth position is looked at.
 */
final class GramTable {
  private static final int LONG_GRAM = 4;
  private static final int SHORT_GRAM = 3;
  private static final int PAIR = 2;

  /** Short grams allow longer strides, but of many literals they would stop at every word. */
  private static final int FEW = 400;

  /** Literals of this length have room for long strides of long grams. */
  private static final int LONG_LITERAL = 7;

  private static final int LONGEST_STRIDE = 8;

  /** What values of every log are full of: grams of it are the last by which to know a literal. */
  private static final byte[] EVERYWHERE =
      ("c:\\\\windows\\\\system32\\\\ c:\\windows\\system32\\svchost.exe -k \\\\program files (x86)\\\\"
              + " .dll .exe\" .exe -microsoft\\\\windows\\ nt authority\\\\system\\sysmon http://www."
              + " software\\currentversion\\explorer\\ commandline conhost.exe powershell.exe"
              + " \\appdata\\local\\temp\\users\\ /usr/bin/ mozilla/5.0 object service"
              + " parameterbinding inputobject name= value= -object")
          .getBytes(StandardCharsets.US_ASCII);

  private static final int OFTEN = 1_000;

  /**
   * Makes letters of either case the same, and a few other characters too, which the comparison in
   * full tells apart.
   */
  private static final long SAME_CASE = 0x2020202020202020L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Positions from one look for grams to the next. */
  private final int stride;

  private final int width;
  private final GramSet grams;
  private final GramSet pairs;
  private final GramSet singles;

  private GramTable(Builder builder) {
    this.stride = builder.stride;
    this.width = builder.width;
    this.grams = new GramSet(builder.byGram);
    this.pairs = new GramSet(builder.byPair);
    this.singles = new GramSet(builder.bySingle);
  }

  /** Tells the matcher every pivot whose literal stands in {@code bytes[from, to)}. */
  void scan(byte[] bytes, int from, int to, EventMatcher matcher) {
    matcher.beginValue();
    if (!grams.isEmpty()) {
      scan(grams, width, stride, bytes, from, to, matcher);
    }
    if (!pairs.isEmpty()) {
      scan(pairs, PAIR, 1, bytes, from, to, matcher);
    }
    if (!singles.isEmpty()) {
      scan(singles, 1, 1, bytes, from, to, matcher);
    }
  }

  /** Whether most positions of a text are passed over. */
  boolean strides() {
    return stride > 1 && pairs.isEmpty() && singles.isEmpty();
  }

  private static void scan(
      GramSet set, int width, int stride, byte[] bytes, int from, int to, EventMatcher matcher) {
    long[] bits = set.filter;
    int down = set.shift();
    int keep = mask(width);
    int last = Math.min(to - width, bytes.length - Long.BYTES);
    int i = from;
    while (i <= last) {
      i =
          stride == 1
              ? nextOfAll(bits, down, keep, bytes, i, last)
              : nextInStrides(bits, down, keep, stride, bytes, i, last);
      if (i <= last) {
        int gram = ((int) INTS.get(bytes, i) | (int) SAME_CASE) & keep;
        report(set.find(gram), bytes, from, to, i + width, matcher);
        i += stride;
      }
    }
    // Where eight bytes at once would reach beyond the array.
    for (; i + width <= to; i += stride) {
      report(set.find(gram(bytes, i, width)), bytes, from, to, i + width, matcher);
    }
  }

  /**
   * The next position that the filter stops, or the first beyond {@code last}. A loop without calls
   * stays in registers; four positions are looked at a step.
   */
  private static int nextOfAll(long[] bits, int down, int keep, byte[] bytes, int at, int last) {
    int i = at;
    for (; i <= last; i += 4) {
      long word = (long) LONGS.get(bytes, i) | SAME_CASE;
      int a = GramSet.hash((int) word & keep, down);
      int b = GramSet.hash((int) (word >>> 8) & keep, down);
      int c = GramSet.hash((int) (word >>> 16) & keep, down);
      int d = GramSet.hash((int) (word >>> 24) & keep, down);
      long one = bits[a >> 6] >>> a & 1;
      long two = bits[b >> 6] >>> b & 1;
      long three = bits[c >> 6] >>> c & 1;
      long four = bits[d >> 6] >>> d & 1;
      long stops = one | two << 1 | three << 2 | four << 3;
      if (stops != 0) {
        return i + Long.numberOfTrailingZeros(stops);
      }
    }
    return i;
  }

  /**
   * The same where every literal is long enough to hold a gram at one of the places looked at: it
   * is known by as many of its grams as there are places between two looks.
   */
  private static int nextInStrides(
      long[] bits, int down, int keep, int stride, byte[] bytes, int at, int last) {
    for (int i = at; i <= last; i += stride) {
      int hash = GramSet.hash(((int) INTS.get(bytes, i) | (int) SAME_CASE) & keep, down);
      if ((bits[hash >> 6] >>> hash & 1) != 0) {
        return i;
      }
    }
    return at > last ? at : at + (last - at) / stride * stride + stride;
  }

  private static int mask(int width) {
    return width == Integer.BYTES ? -1 : (1 << width * 8) - 1;
  }

  /** The gram that begins here, its first byte lowest, letters of either case the same. */
  private static int gram(byte[] bytes, int at, int width) {
    int gram = 0;
    for (int i = width - 1; i >= 0; i--) {
      gram = gram << 8 | (bytes[at + i] | ' ') & 0xff;
    }
    return gram;
  }

  private static void report(
      PartAtom[] parts, byte[] bytes, int from, int to, int end, EventMatcher matcher) {
    for (PartAtom part : parts) {
      if (!matcher.isHeld(part.atom()) && part.standsAt(bytes, from, to, end)) {
        matcher.found(part, bytes, from, to, end - part.end());
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
    private int width = LONG_GRAM;

    /** Adds a literal that is not empty. */
    void add(PartAtom part) {
      parts.add(part);
    }

    boolean isEmpty() {
      return parts.isEmpty();
    }

    GramTable build() {
      measure();
      Map<Integer, Integer> shared = new HashMap<>();
      for (PartAtom part : parts) {
        for (int end = width; end <= part.literal().length; end++) {
          shared.merge(key(part.literal(), end, width), 1, Integer::sum);
        }
      }
      for (int end = width; end <= EVERYWHERE.length; end++) {
        shared.merge(key(EVERYWHERE, end, width), OFTEN, Integer::sum);
      }
      for (PartAtom part : parts) {
        place(part, shared);
      }
      return new GramTable(this);
    }

    /** Chooses width and stride by how many literals there are and how short they are. */
    private void measure() {
      int[] lengths =
          parts.stream()
              .mapToInt(part -> part.literal().length)
              .filter(length -> length >= SHORT_GRAM)
              .toArray();
      boolean few = lengths.length <= FEW;
      int shortest = Integer.MAX_VALUE;
      for (int length : lengths) {
        if (few || length >= LONG_GRAM) {
          shortest = Math.min(shortest, length);
        }
      }
      width = few && shortest < LONG_LITERAL ? SHORT_GRAM : LONG_GRAM;
      stride = Math.min(LONGEST_STRIDE, Math.max(1, shortest - width + 1));
    }

    private void place(PartAtom part, Map<Integer, Integer> shared) {
      byte[] literal = part.literal();
      if (literal.length >= width) {
        int last = rarest(literal, shared);
        for (int end = last - stride + 1; end <= last; end++) {
          enter(byGram, part, end, width);
        }
      } else if (literal.length >= PAIR) {
        enter(byPair, part, PAIR, PAIR);
      } else {
        enter(bySingle, part, 1, 1);
      }
    }

    /** Where the run of grams ends, as many as the stride, that fewest literals share. */
    private int rarest(byte[] literal, Map<Integer, Integer> shared) {
      int best = width + stride - 1;
      int fewest = Integer.MAX_VALUE;
      for (int end = best; end <= literal.length; end++) {
        int count = 0;
        for (int back = 0; back < stride; back++) {
          count += shared.getOrDefault(key(literal, end - back, width), 0);
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
      return gram(literal, end - width, width);
    }
  }
}
