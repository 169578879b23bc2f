package io.zhidun.rules.judge;

import io.zhidun.events.BilingualText;
import io.zhidun.rules.atom.CidrTest;
import io.zhidun.rules.atom.IpAddresses;
import io.zhidun.rules.entity.Entity;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code entities.csv}. What is wrong with it is told with line and column.
 *
 * @param cells as written
 */
record ProfileRow(List<CsvRows.Cell> cells) {
  static final int VALUE = 1;

  private static final List<String> NAMES =
      List.of(
          "kind",
          "value",
          "role",
          "department",
          "networks",
          "hours",
          "expires",
          "note-zh",
          "note-en");
  private static final int KIND = 0;
  private static final int ROLE = 2;
  private static final int DEPARTMENT = 3;
  private static final int NETWORKS = 4;
  private static final int HOURS = 5;
  private static final int EXPIRES = 6;
  private static final int NOTE_ZH = 7;
  private static final int NOTE_EN = 8;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_NOTE = 500;
  private static final int MOST_NETWORKS = 16;

  /** The message begins with line and column. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  ProfileRow {
    cells = List.copyOf(cells);
    if (cells.size() != NAMES.size()) {
      CsvRows.Cell last = cells.get(Math.min(cells.size(), NAMES.size() + 1) - 1);
      throw new Wrong(
          place(last)
              + "needs the "
              + NAMES.size()
              + " cells "
              + String.join(",", NAMES)
              + ", has "
              + cells.size(),
          null);
    }
  }

  /**
   * @throws IllegalArgumentException when the first row is not the one of names
   */
  static void checkNames(String path, List<List<CsvRows.Cell>> rows) {
    List<CsvRows.Cell> first = rows.isEmpty() ? List.of() : rows.get(0);
    if (!first.stream().map(CsvRows.Cell::text).toList().equals(NAMES)) {
      String place = first.isEmpty() ? "1:1: " : place(first.get(0));
      throw new IllegalArgumentException(
          path + ":" + place + "the first row must be " + String.join(",", NAMES));
    }
  }

  Entity.Kind kind() {
    String label = text(KIND);
    for (Entity.Kind kind : Entity.Kind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw wrong(KIND, "kind \"" + label + "\" is not one of address, host, user");
  }

  EntityProfile profile(Entity.Kind kind) {
    return new EntityProfile(
        value(kind),
        text(ROLE, LONGEST_NAME),
        text(DEPARTMENT, LONGEST_NAME),
        networks(kind),
        text(NETWORKS),
        at(HOURS, () -> UsualHours.parse(text(HOURS))),
        at(EXPIRES, () -> OffsetDateTime.parse(text(EXPIRES)).toInstant()),
        new BilingualText(text(NOTE_ZH, LONGEST_NOTE), text(NOTE_EN, LONGEST_NOTE)));
  }

  private String value(Entity.Kind kind) {
    String value = text(VALUE);
    boolean isNetwork = value.indexOf('/') >= 0;
    if (kind == Entity.Kind.ADDRESS && !isNetwork && IpAddresses.parse(value) == null) {
      throw wrong(VALUE, "\"" + value + "\" is not an IPv4 or IPv6 address or network");
    }
    // Whose value cannot be an entity's would never be found.
    entity(kind, value);
    return value;
  }

  /** The entity of that name. */
  Entity entity(Entity.Kind kind, String value) {
    return at(VALUE, () -> new Entity(kind, value));
  }

  private List<CidrTest> networks(Entity.Kind kind) {
    List<CidrTest> networks = new ArrayList<>();
    String text = text(NETWORKS);
    if (text.isEmpty()) {
      return networks;
    }
    if (kind != Entity.Kind.USER) {
      throw wrong(NETWORKS, "only a user has usual networks, not a " + kind.label());
    }
    for (String network : text.split("\\s+", -1)) {
      networks.add(at(NETWORKS, () -> CidrTest.of(network)));
    }
    if (networks.size() > MOST_NETWORKS) {
      throw wrong(NETWORKS, "at most " + MOST_NETWORKS + " networks, has " + networks.size());
    }
    return networks;
  }

  private String text(int column) {
    return cells.get(column).text();
  }

  private String text(int column, int longest) {
    String text = text(column);
    if (text.length() > longest) {
      throw wrong(
          column,
          NAMES.get(column) + " has at most " + longest + " characters, has " + text.length());
    }
    return text;
  }

  /** What comes of a cell. */
  <T extends @Nullable Object> T at(int column, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Wrong(place(cells.get(column)) + e.getMessage(), e);
    }
  }

  Wrong wrong(int column, String message) {
    return new Wrong(place(cells.get(column)) + message, null);
  }

  private static String place(CsvRows.Cell cell) {
    return cell.line() + ":" + cell.column() + ": ";
  }
}
