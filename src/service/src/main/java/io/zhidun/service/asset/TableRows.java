package io.zhidun.service.asset;

import java.util.List;

/** Takes the rows of a table one after another. */
@FunctionalInterface
interface TableRows {
  /**
   * @param number as a spreadsheet shows it, from 1; rows without any text are left out
   */
  void row(int number, List<TableCell> cells) throws UnreadableTableException;
}
