package io.zhidun.report.typeset;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/**
 * Where a line may end: between Chinese characters, but not before a mark that closes and not after
 * one that opens (GB/T 15834 sets where marks may stand); elsewhere after a space or a hyphen.
 */
final class ChineseLineBreaks implements SplitCharacter {

  private static final String NEVER_FIRST = "，。、；：？！）》」』】〉”’…—％%)]}·,.;:?!";
  private static final String NEVER_LAST = "（《「『【〈“‘([{¥￥";
  private static final char FIRST_CJK = '\u2E80';

  @Override
  public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
    char here = text[current];
    if (here == ' ' || here == '\n') {
      return true;
    }
    if (current + 1 >= end || current + 1 >= text.length) {
      return here >= FIRST_CJK && NEVER_LAST.indexOf(here) < 0 || here == '-';
    }
    char next = text[current + 1];
    if (Character.isLowSurrogate(next)
        || NEVER_FIRST.indexOf(next) >= 0
        || NEVER_LAST.indexOf(here) >= 0) {
      return false;
    }
    return here >= FIRST_CJK || next >= FIRST_CJK || here == '-' || here == '/';
  }
}
