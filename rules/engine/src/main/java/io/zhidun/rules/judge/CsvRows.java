package io.zhidun.rules.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of comma-separated values as RFC 4180 has them: a cell in double quotes may hold commas,
 * line breaks and, doubled, quotes. Lines that begin with {@code #} are comments.
 */
final class CsvRows {
  private final String path;
  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvRows(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /**
   * @param text what stands in it, without quotes and surrounding blanks
   * @param line from 1
   * @param column from 1, in characters
   */
  record Cell(String text, int line, int column) {}

  /**
   * All rows but empty ones.
   *
   * @param most how many there may be
   * @throws IllegalArgumentException naming file, line and column
   */
  static List<List<Cell>> parse(String path, String text, int most) {
    CsvRows rows = new CsvRows(path, text.startsWith("\ufeff") ? text.substring(1) : text);
    List<List<Cell>> all = new ArrayList<>();
    while (rows.at < rows.text.length()) {
      if (rows.text.charAt(rows.at) == '#') {
        rows.skipLine();
        continue;
      }
      List<Cell> row = rows.row();
      if (row.size() > 1 || !row.get(0).text.isEmpty()) {
        if (all.size() == most) {
          throw new IllegalArgumentException(
              rows.path + ":" + row.get(0).line + ":1: at most " + most + " rows");
        }
        all.add(row);
      }
    }
    return all;
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
    breakLine();
  }

  private void breakLine() {
    if (at < text.length()) {
      at++;
      line++;
      lineStart = at;
    }
  }

  /** Up to the break of the line. */
  private List<Cell> row() {
    List<Cell> row = new ArrayList<>();
    while (true) {
      row.add(cell());
      if (at >= text.length() || text.charAt(at) == '\n') {
        breakLine();
        return row;
      }
      at++;
    }
  }

  /** Up to a comma or the break of the line. */
  private Cell cell() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int column = at - lineStart + 1;
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted(column);
    }
    int from = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      at++;
    }
    return new Cell(text.substring(from, at).strip(), line, column);
  }

  private Cell quoted(int column) {
    int first = line;
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (!doubled) {
          return closed(new Cell(content.toString(), first, column));
        }
        at++;
      } else if (c == '\n') {
        line++;
        lineStart = at + 1;
      }
      content.append(c);
    }
    throw new IllegalArgumentException(path + ":" + first + ":" + column + ": quote is not closed");
  }

  private Cell closed(Cell cell) {
    at++;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at++;
    }
    if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      throw new IllegalArgumentException(
          path + ":" + line + ":" + (at - lineStart + 1) + ": expected a comma behind the quote");
    }
    return cell;
  }
}
