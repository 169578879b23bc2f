package io.zhidun.rules.filings.mark;

/**
 * A filing's mark that is like a protected one.
 *
 * @param likeness of the words or of the alias that came closest
 * @param score the likeness, less where the classes or the fame are further
 * @param near less than like: it says something only beside other filings against one mark
 * @param common Nice classes that both name, as bits
 */
record ProtectedHit(
    ProtectedEntry entry, Likeness likeness, double score, long common, boolean near) {

  String owner() {
    return entry.mark().ownerKey();
  }
}
