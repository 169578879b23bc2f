package io.zhidun.stream.detect;

import io.zhidun.rules.correlate.GroupState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups by name, in a table of hashes that stays in the processor's cache: nearly every match asks
 * for a group that is not there, and learns so without touching an object. Open addressing with
 * linear probing; the places behind a removed one are closed up (Knuth, TAOCP 6.4, algorithm R).
 *
 * <p>Of fixed size. Names whose hashes were made to collide fill a stretch of it: see {@link
 * #isCrowded}. Belongs to one thread.
 */
final class GroupTable {
  /** Longest way from a name's own place to where it is put before the table counts as crowded. */
  private static final int LONG_WAY = 64;

  private final int mask;

  /** Never zero where a group is. */
  private final int[] hashes;

  private final @Nullable String[] names;
  private final @Nullable GroupState[] states;
  private int size;
  private boolean crowded;

  /**
   * @param most groups that it will hold; it has at least twice as many places
   */
  GroupTable(int most) {
    int places = Integer.highestOneBit(Math.max(most, 1)) * 4;
    mask = places - 1;
    hashes = new int[places];
    names = new String[places];
    states = new GroupState[places];
  }

  int size() {
    return size;
  }

  /** Whether some name lies far from its place, so that looking for more of its like is slow. */
  boolean isCrowded() {
    return crowded;
  }

  @Nullable GroupState get(String name) {
    int place = find(name, hash(name));
    return hashes[place] == 0 ? null : states[place];
  }

  /** Puts a group in its place; returns what was there. */
  @Nullable GroupState put(String name, GroupState state) {
    int hash = hash(name);
    int place = find(name, hash);
    if (hashes[place] != 0) {
      GroupState before = states[place];
      states[place] = state;
      return before;
    }
    if (size == mask) {
      throw new IllegalStateException("the table of " + size + " groups is full");
    }
    hashes[place] = hash;
    names[place] = name;
    states[place] = state;
    size++;
    crowded |= ((place - hash) & mask) > LONG_WAY;
    return null;
  }

  void remove(String name) {
    int place = find(name, hash(name));
    if (hashes[place] != 0) {
      size--;
      closeUp(place);
    }
  }

  /** Takes all groups out, by name. */
  Map<String, GroupState> takeAll() {
    Map<String, GroupState> all = new HashMap<>(2 * size);
    for (int i = 0; i < hashes.length; i++) {
      String name = names[i];
      GroupState state = states[i];
      if (name != null && state != null) {
        all.put(name, state);
        clear(i);
      }
    }
    size = 0;
    crowded = false;
    return all;
  }

  /** The place of the name, or the free one where it would go. */
  private int find(String name, int hash) {
    int place = hash & mask;
    while (hashes[place] != 0 && (hashes[place] != hash || !name.equals(names[place]))) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** Moves what comes behind a free place up, as long as it does not come before its own. */
  private void closeUp(int place) {
    int free = place;
    for (int i = (free + 1) & mask; hashes[i] != 0; i = (i + 1) & mask) {
      if (((i - hashes[i]) & mask) >= ((i - free) & mask)) {
        hashes[free] = hashes[i];
        names[free] = names[i];
        states[free] = states[i];
        free = i;
      }
    }
    clear(free);
  }

  private void clear(int place) {
    hashes[place] = 0;
    names[place] = null;
    states[place] = null;
  }

  /** The string's own, spread over all bits: addresses differ in few (Fibonacci hashing). */
  private static int hash(String name) {
    int spread = name.hashCode() * 0x9E3779B9;
    int hash = spread ^ spread >>> 15;
    return hash == 0 ? 1 : hash;
  }
}
