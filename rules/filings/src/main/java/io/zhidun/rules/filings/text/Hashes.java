package io.zhidun.rules.filings.text;

/** Bit mixers; fixed for good, since what they made is stored. */
final class Hashes {

  private Hashes() {}

  /** The 64-bit finalizer of MurmurHash3. */
  static long mix(long value) {
    long mixed = value;
    mixed ^= mixed >>> 33;
    mixed *= 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 33;
    mixed *= 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** The 32-bit finalizer of MurmurHash3. */
  static int mix(int value) {
    int mixed = value;
    mixed ^= mixed >>> 16;
    mixed *= 0x85ebca6b;
    mixed ^= mixed >>> 13;
    mixed *= 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  /** A number below {@code bound} for a hash whose bits are even. */
  static int below(int hash, int bound) {
    return (int) (((hash & 0xffff_ffffL) * bound) >>> 32);
  }
}
