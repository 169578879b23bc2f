package io.zhidun.rules.compliance.knowledge;

import java.util.Map;

/**
 * A row of a table.
 *
 * @param place file and line, for messages
 * @param cells by column
 */
public record Row(String place, Map<String, String> cells) {

  /**
   * The cell; may be empty.
   *
   * @throws IllegalArgumentException where the table has no such column
   */
  public String cell(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException(place + ": the table has no column " + column);
    }
    return cell;
  }

  /** The cell, which must not be empty. */
  public String needed(String column) {
    String cell = cell(column);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException(place + ": " + column + " is empty");
    }
    return cell;
  }
}
