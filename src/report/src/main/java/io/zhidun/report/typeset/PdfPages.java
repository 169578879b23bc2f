package io.zhidun.report.typeset;

import java.util.Map;

/**
 * What one pass learnt for the next.
 *
 * @param first page of the file that holds the body
 * @param last page of the file
 * @param headings anchor → page of the file
 */
record PdfPages(int first, int last, Map<String, Integer> headings) {

  static final PdfPages UNKNOWN = new PdfPages(0, 0, Map.of());

  PdfPages {
    headings = Map.copyOf(headings);
  }

  /** Page of the body on which a heading stands. */
  String of(String anchor) {
    Integer page = headings.get(anchor);
    return page == null ? "0" : String.valueOf(page - first + 1);
  }

  int bodyPages() {
    return last - first + 1;
  }
}
