package io.zhidun.rules.match;

import io.zhidun.rules.atom.Folding;
import io.zhidun.rules.atom.Glob;

/**
 * A pivot that is found by a literal somewhere in a value.
 *
 * @param pivot its number in the route
 * @param atom its number in the rule set
 * @param glob the whole pattern
 * @param literal what every match contains, folded
 * @param end where in the literal the bytes end by which it is known
 */
record PartAtom(int pivot, int atom, Glob glob, byte[] literal, int end) {
  PartAtom endingAt(int position) {
    return new PartAtom(pivot, atom, glob, literal, position);
  }

  /** Whether the literal stands in {@code bytes[from, to)} such that its known part ends here. */
  boolean standsAt(byte[] bytes, int from, int to, int knownEnd) {
    int start = knownEnd - end;
    if (start < from || start + literal.length > to) {
      return false;
    }
    byte[] fold = Folding.asciiTable();
    for (int i = 0; i < literal.length; i++) {
      if (fold[bytes[start + i] & 0xff] != literal[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether finding the literal answers the whole question. */
  boolean isWhole() {
    return glob.shape() == Glob.Shape.CONTAINS && !glob.isCased();
  }
}
