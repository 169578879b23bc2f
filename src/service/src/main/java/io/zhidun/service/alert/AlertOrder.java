package io.zhidun.service.alert;

import io.zhidun.service.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The orders of the alert list; each ends in the id, so that it is total. */
enum AlertOrder {
  LAST_SEEN("lastSeen", List.of("a.last_seen", "a.id"), e -> List.of(e.lastSeen, e.id)),
  SEVERITY(
      "severity",
      List.of("a.severity", "a.last_seen", "a.id"),
      e -> List.of((long) e.severity.ordinal(), e.lastSeen, e.id)),
  CREATED_AT("createdAt", List.of("a.created_at", "a.id"), e -> List.of(e.createdAt, e.id));

  private final String label;
  private final List<String> columns;
  private final Function<Episode, List<Long>> keys;

  AlertOrder(String label, List<String> columns, Function<Episode, List<Long>> keys) {
    this.label = label;
    this.columns = columns;
    this.keys = keys;
  }

  /** An order and its direction, as the parameter {@code sort} writes it. */
  record Directed(AlertOrder order, boolean descending) {
    static final Directed DEFAULT = new Directed(LAST_SEEN, true);

    static Directed of(String text) {
      boolean descending = text.startsWith("-");
      String label = descending ? text.substring(1) : text;
      for (AlertOrder order : AlertOrder.values()) {
        if (order.label.equals(label)) {
          return new Directed(order, descending);
        }
      }
      throw new IllegalArgumentException(text);
    }

    String label() {
      return (descending ? "-" : "") + order.label;
    }

    String clause() {
      String direction = descending ? " desc" : "";
      return " order by " + String.join(direction + ", ", order.columns) + direction;
    }

    Cursor cursor(Episode last) {
      return new Cursor(label(), order.keys.apply(last).stream().map(Object::toString).toList());
    }

    @Nullable Cursor cursor(String text) {
      Cursor cursor = Cursor.decode(text, label(), order.columns.size());
      boolean numbers =
          cursor != null && cursor.keys().stream().allMatch(k -> k.matches("-?\\d{1,18}"));
      return numbers ? cursor : null;
    }

    /** Restricts to what follows the cursor: (a, b) beyond (x, y), written out for both. */
    void after(Cursor cursor, AlertConditions conditions) {
      String beyond = descending ? " < :k" : " > :k";
      List<String> alternatives = new ArrayList<>();
      StringBuilder equal = new StringBuilder();
      for (int i = 0; i < order.columns.size(); i++) {
        alternatives.add("(" + equal + order.columns.get(i) + beyond + i + ")");
        equal.append(order.columns.get(i)).append(" = :k").append(i).append(" and ");
        conditions.with("k" + i, Long.parseLong(cursor.keys().get(i)));
      }
      // Implied by the rest; lets the index start where the page starts.
      String bound = order.columns.get(0) + (descending ? " <= :k0" : " >= :k0");
      conditions.and(bound + " and (" + String.join(" or ", alternatives) + ")");
    }
  }
}
