package io.zhidun.rules.filings.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the texts that are probably like a given one: locality-sensitive hashing of MinHash
 * signatures in bands. Two texts of Jaccard coefficient J share a band with probability 1 - (1 -
 * J^rows)^bands.
 *
 * <p>Texts are numbered in the order in which they come. Each band of a text is a link in the chain
 * of its slot, the newest first, so a chain ends where texts grow too old, and nothing is ever
 * taken out of one. Memory is 6 bytes a band and text, and 4 to 8 for the slots.
 */
final class SketchIndex {

  /** Links of a chain that are followed; a longer chain is one of stock phrases. */
  static final int LONGEST_CHAIN = 256;

  private static final int PAGE = 1 << 10;

  /** Bits of a key that its tag leaves out. */
  private static final int TAG_SHIFT = 16;

  private final int bands;
  private final int rows;
  private final MinHash minHash;
  private final int[] signature;
  private final int[] keys;
  private final List<int @Nullable []> next = new ArrayList<>();

  /**
   * The upper half of each key: what tells links of a slot apart, and where they go as it grows.
   */
  private final List<short @Nullable []> tags = new ArrayList<>();

  private int[] heads = new int[1 << 12];

  /** The sketch whose keys {@link #keys} holds: a text is looked for and then added. */
  private @Nullable Sketch keyed;

  private int oldest;
  private int count;
  private long cut;

  SketchIndex(int bands, int rows) {
    this.bands = bands;
    this.rows = rows;
    minHash = new MinHash(bands * rows);
    signature = new int[bands * rows];
    keys = new int[bands];
    Arrays.fill(heads, -1);
  }

  /** How many texts of so many bands can be numbered, links being ints. */
  static int mostTexts(int bands) {
    return Integer.MAX_VALUE / bands / PAGE * PAGE;
  }

  /** How many chains were too long to be followed to their end. */
  long cut() {
    return cut;
  }

  /**
   * Puts the texts before {@code ordinal} away.
   *
   * @param ordinal of the oldest text to keep
   */
  void forgetBefore(int ordinal) {
    for (int page = oldest / PAGE; page < ordinal / PAGE && page < next.size(); page++) {
      next.set(page, null);
      tags.set(page, null);
    }
    oldest = Math.max(oldest, ordinal);
  }

  /**
   * Adds the sketch under the next number, or only takes the number where the sketch says too
   * little.
   */
  void add(Sketch sketch, Sketches all) {
    int ordinal = count++;
    if (ordinal % PAGE == 0) {
      next.add(new int[PAGE * bands]);
      tags.add(new short[PAGE * bands]);
    }
    if ((long) (count - oldest) * bands > heads.length) {
      grow(all);
    }
    link(ordinal, sketch);
  }

  /** Like texts for a number, to put them into larger slots. */
  interface Sketches {
    Sketch of(int ordinal);
  }

  /**
   * Calls {@code found} with the number of each text that shares a band with the sketch, several
   * times where it shares several, the newest first within a band.
   */
  void candidates(Sketch sketch, java.util.function.IntConsumer found) {
    if (!sketch.isTelling()) {
      return;
    }
    keysOf(sketch);
    for (int band = 0; band < bands; band++) {
      follow(band, found);
    }
  }

  private void follow(int band, java.util.function.IntConsumer found) {
    int key = keys[band];
    short tag = tag(key);
    int link = heads[slot(key)];
    int steps = 0;
    while (link >= oldest * bands) {
      if (++steps > LONGEST_CHAIN) {
        cut++;
        return;
      }
      short[] page = tags.get(link / (PAGE * bands));
      int[] links = next.get(link / (PAGE * bands));
      if (page == null || links == null) {
        return;
      }
      int at = link % (PAGE * bands);
      if (page[at] == tag && link % bands == band) {
        found.accept(link / bands);
      }
      link = links[at];
    }
  }

  private void link(int ordinal, Sketch sketch) {
    int[] links = next.get(ordinal / PAGE);
    short[] page = tags.get(ordinal / PAGE);
    if (links == null || page == null) {
      return;
    }
    int at = ordinal % PAGE * bands;
    if (!sketch.isTelling()) {
      Arrays.fill(links, at, at + bands, -1);
      return;
    }
    keysOf(sketch);
    for (int band = 0; band < bands; band++) {
      int slot = slot(keys[band]);
      links[at + band] = heads[slot];
      page[at + band] = tag(keys[band]);
      heads[slot] = ordinal * bands + band;
    }
  }

  private static short tag(int key) {
    return (short) (key >>> TAG_SHIFT);
  }

  private int slot(int key) {
    return key & (heads.length - 1);
  }

  private void keysOf(Sketch sketch) {
    if (sketch == keyed) {
      return;
    }
    keyed = sketch;
    minHash.sign(sketch, signature);
    for (int band = 0; band < bands; band++) {
      int key = band + 1;
      for (int row = 0; row < rows; row++) {
        key = Hashes.mix(key * 31 + signature[band * rows + row]);
      }
      keys[band] = key;
    }
  }

  private void grow(Sketches all) {
    int before = heads.length;
    if (before >= 1 << 30) {
      return;
    }
    if (before >= 1 << TAG_SHIFT) {
      split();
      return;
    }
    heads = new int[before << 1];
    Arrays.fill(heads, -1);
    for (int ordinal = oldest; ordinal < count - 1; ordinal++) {
      link(ordinal, all.of(ordinal));
    }
  }

  /**
   * Twice as many slots. A link stays in its slot or goes as far behind it as there were slots, as
   * the next bit of its key says, and that bit is in its tag: no text is looked at. Half a minute
   * of signing a million texts anew becomes some seconds.
   */
  private void split() {
    int[] old = heads;
    int bit = old.length >>> TAG_SHIFT;
    heads = new int[old.length << 1];
    Arrays.fill(heads, -1);
    for (int slot = 0; slot < old.length; slot++) {
      int lastLow = -1;
      int lastHigh = -1;
      int link = old[slot];
      while (link >= oldest * bands) {
        int[] links = next.get(link / (PAGE * bands));
        short[] page = tags.get(link / (PAGE * bands));
        if (links == null || page == null) {
          break;
        }
        int at = link % (PAGE * bands);
        int following = links[at];
        links[at] = -1;
        if ((page[at] & bit) == 0) {
          append(slot, lastLow, link);
          lastLow = link;
        } else {
          append(slot + old.length, lastHigh, link);
          lastHigh = link;
        }
        link = following;
      }
    }
  }

  /** Puts a link at the end of a slot's chain. */
  private void append(int slot, int last, int link) {
    if (last < 0) {
      heads[slot] = link;
      return;
    }
    int[] links = next.get(last / (PAGE * bands));
    if (links != null) {
      links[last % (PAGE * bands)] = link;
    }
  }
}
