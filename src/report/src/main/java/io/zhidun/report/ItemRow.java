package io.zhidun.report;

import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.Result;
import java.util.List;

/**
 * A requirement with its result over all objects and on each.
 *
 * @param objects how many objects have which result
 * @param waived an exception covers what is not met
 * @param cells in order of the assessment
 */
public record ItemRow(Item item, Result result, Counts objects, boolean waived, List<Cell> cells) {

  public ItemRow {
    cells = List.copyOf(cells);
  }

  /** Clause and letter, as in 8.1.4.9 b. */
  public String mark() {
    return item.letter().isEmpty() ? item.clause() : item.clause() + " " + item.letter();
  }
}
