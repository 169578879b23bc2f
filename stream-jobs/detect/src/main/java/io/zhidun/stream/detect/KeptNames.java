package io.zhidun.stream.detect;

/**
 * Which groups may be in keyed state: a counting filter that answers from the processor's cache
 * (Fan et al., Summary Cache, 2000). It never denies a group that is there; for a few that are not
 * it says yes, and the state is asked in vain. Belongs to one thread.
 */
final class KeptNames {
  private static final int PLACES = 1 << 17;

  /** A counter that got here stays: how many it stands for is not known any more. */
  private static final int MOST = 255;

  private final byte[] counters = new byte[PLACES];

  boolean mayHold(String name) {
    return counters[place(name)] != 0;
  }

  void add(String name) {
    int place = place(name);
    if (count(place) < MOST) {
      counters[place]++;
    }
  }

  /** To be called once for each time that it was added. */
  void remove(String name) {
    int place = place(name);
    int count = count(place);
    if (count == 0) {
      throw new IllegalStateException("group \"" + name + "\" was never added");
    }
    if (count < MOST) {
      counters[place]--;
    }
  }

  private int count(int place) {
    return counters[place] & 0xFF;
  }

  private static int place(String name) {
    int spread = name.hashCode() * 0x9E3779B9;
    return (spread ^ spread >>> 15) & PLACES - 1;
  }
}
