package io.zhidun.rules.filings.mark;

/**
 * A filing's mark that is like a protected one.
 *
 * @param likeness of the words or of the alias that came closest
 * @param score the likeness, less where the classes or the fame are further
 * @param common Nice classes that both name, as bits
 */
record ProtectedHit(ProtectedEntry entry, Likeness likeness, double score, long common) {

  String owner() {
    return entry.mark().ownerKey();
  }
}
