package io.zhidun.service.filingcase;

import io.zhidun.service.web.Cursor;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The orders of the list of cases; each ends in the id, so that it is total. */
enum CaseOrder {
  UPDATED_AT("updatedAt", "c.updated_at", one -> one.updatedAt),
  OPENED_AT("openedAt", "c.opened_at", one -> one.openedAt),
  LAST_SIGNAL_AT("lastSignalAt", "c.last_signal_at", one -> one.lastSignalAt),
  /** What is not due at all comes behind everything that is. */
  DUE_AT("dueAt", "c.due_at", one -> one.dueAt),
  SCORE("score", "c.score_millionths", one -> one.scoreMillionths),
  TIER("tier", "c.tier", one -> Tier.column(one.tier)),
  FILING_COUNT("filingCount", "c.filing_count", one -> one.filingCount);

  static final String RULE =
      "must be updatedAt, openedAt, lastSignalAt, dueAt, score, tier or filingCount, after \"-\" for"
          + " descending";

  private final String label;
  private final String column;
  private final ToLongFunction<FilingCase> key;

  CaseOrder(String label, String column, ToLongFunction<FilingCase> key) {
    this.label = label;
    this.column = column;
    this.key = key;
  }

  /** An order and its direction, as the parameter {@code sort} writes it. */
  record Directed(CaseOrder order, boolean descending) {
    static final Directed DEFAULT = new Directed(UPDATED_AT, true);

    static Directed of(String text) {
      boolean descending = text.startsWith("-");
      String label = descending ? text.substring(1) : text;
      for (CaseOrder order : CaseOrder.values()) {
        if (order.label.equals(label)) {
          return new Directed(order, descending);
        }
      }
      throw new IllegalArgumentException(text);
    }

    private String label() {
      return (descending ? "-" : "") + order.label;
    }

    String clause() {
      String direction = descending ? " desc" : "";
      return " order by " + order.column + direction + ", c.id" + direction;
    }

    Cursor cursor(FilingCase last) {
      return new Cursor(
          label(), List.of(Long.toString(order.key.applyAsLong(last)), Long.toString(last.id)));
    }

    @Nullable Cursor cursor(String text) {
      Cursor cursor = Cursor.decode(text, label(), 2);
      boolean numbers =
          cursor != null && cursor.keys().stream().allMatch(k -> k.matches("-?\\d{1,18}"));
      return numbers ? cursor : null;
    }

    /** Restricts to what follows the cursor. */
    void after(Cursor cursor, CaseConditions conditions) {
      String beyond = descending ? " < " : " > ";
      conditions
          .and(
              "("
                  + order.column
                  + beyond
                  + ":k0 or ("
                  + order.column
                  + " = :k0 and c.id"
                  + beyond
                  + ":k1))")
          .with("k0", Long.parseLong(cursor.keys().get(0)))
          .with("k1", Long.parseLong(cursor.keys().get(1)));
    }
  }
}
