package io.zhidun.service.asset;

/**
 * A cell of an uploaded table.
 *
 * @param formula whether it is one, or would be one in a spreadsheet; its text is never computed
 */
record TableCell(String text, boolean formula) {
  static final TableCell EMPTY = new TableCell("", false);
}
