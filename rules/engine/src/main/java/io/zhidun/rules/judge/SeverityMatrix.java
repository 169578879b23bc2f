package io.zhidun.rules.judge;

import io.zhidun.events.Severity;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code level,2,3,4} and a row for each severity: what it becomes on such an asset. */
final class SeverityMatrix {
  private SeverityMatrix() {}

  static List<SeverityCell> parse(String name, String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> isData(line)).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(name + ": the severity matrix is empty");
    }
    String[] head = cells(lines.get(0));
    List<SeverityCell> cells = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = cells(line);
      if (row.length != head.length) {
        throw new IllegalArgumentException(
            name + ": row \"" + line + "\" has " + row.length + " cells, not " + head.length);
      }
      for (int i = 1; i < row.length; i++) {
        cells.add(cell(name, row[0], head[i], row[i]));
      }
    }
    return cells;
  }

  private static boolean isData(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static String[] cells(String line) {
    return line.split("\\s*,\\s*", -1);
  }

  private static SeverityCell cell(String name, String level, String asset, String severity) {
    try {
      return new SeverityCell(Severity.of(level), Integer.parseInt(asset), Severity.of(severity));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
