package io.zhidun.rules.compliance.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV (RFC 4180) or, where the first line has a tab, of a TSV with the same quotes. */
final class Cells {
  private final String text;
  private final char separator;
  private int at;
  private int line;
  private int ended;
  private boolean open;

  Cells(String text) {
    this.text = text;
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    separator = first.indexOf('\t') >= 0 ? '\t' : ',';
  }

  /** The line that the last row began on, from 1. */
  int line() {
    return line;
  }

  /** Whether the text ended inside quotes. */
  boolean isOpen() {
    return open;
  }

  /** The cells of the next row, or null at the end. */
  @Nullable List<String> next() {
    if (at >= text.length()) {
      return null;
    }
    line = ended + 1;
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && cell.isEmpty()) {
        quoted(cell);
      } else if (c == separator) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        ended++;
        break;
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    row.add(cell.toString());
    return row;
  }

  private void quoted(StringBuilder cell) {
    open = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      ended += c == '\n' ? 1 : 0;
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        open = false;
        return;
      }
    }
  }
}
