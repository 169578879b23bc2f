package io.zhidun.service.asset;

/** What a table may be at most, so that reading one stays bounded. */
final class TableLimits {
  /** Data rows behind the heading. */
  static final int ROWS = 100_000;

  static final int COLUMNS = 64;

  /** Characters of a cell: 64 addresses of 253 characters and their separators. */
  static final int CELL = 17_000;

  private TableLimits() {}

  static UnreadableTableException tooManyRows() {
    return new UnreadableTableException("超过 100,000 行", "more than 100,000 rows");
  }

  static UnreadableTableException tooManyColumns(int row) {
    return new UnreadableTableException(
        "第 " + row + " 行超过 " + COLUMNS + " 列",
        "row " + row + " has more than " + COLUMNS + " columns");
  }

  static UnreadableTableException cellTooLong(int row) {
    return new UnreadableTableException(
        "第 " + row + " 行有超过 " + CELL + " 个字符的单元格",
        "row " + row + " has a cell of more than " + CELL + " characters");
  }
}
