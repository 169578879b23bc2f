package io.zhidun.rules.filings.mark;

import java.util.List;

/**
 * Words of one kind.
 *
 * @param id kebab-case
 * @param filings how many of one applicant's filings of 36 months must hit the list; 1: one is
 *     enough
 * @param share of the mark's letters that the word must make up, from 0 to 1
 */
record PublicWordList(
    String id, String nameZh, String nameEn, int filings, double share, List<PublicWord> words) {

  PublicWordList {
    if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("id \"" + id + "\" is not kebab-case");
    }
    if (filings < 1) {
      throw new IllegalArgumentException("filings must be at least 1, was " + filings);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, was " + share);
    }
    words = List.copyOf(words);
  }

  boolean oneIsEnough() {
    return filings == 1;
  }
}
