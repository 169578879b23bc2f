package io.zhidun.service.asset;

import io.zhidun.service.web.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of the list of assets; each ends in the id, so that it is total. */
enum AssetOrder {
  ID("id", "", false),
  ID_DOWN("-id", "", true),
  NAME("name", "a.name", false),
  NAME_DOWN("-name", "a.name", true),
  IMPORTANCE_DOWN("-importance", "a.importance", true);

  static final String RULE = "must be id, -id, name, -name or -importance";

  private final String label;
  private final String column;
  private final boolean down;

  AssetOrder(String label, String column, boolean down) {
    this.label = label;
    this.column = column;
    this.down = down;
  }

  static AssetOrder of(String label) {
    for (AssetOrder order : values()) {
      if (order.label.equals(label)) {
        return order;
      }
    }
    throw new IllegalArgumentException(label);
  }

  String clause() {
    String direction = down ? " desc" : "";
    return " order by " + (column.isEmpty() ? "" : column + direction + ", ") + "a.id" + direction;
  }

  Cursor cursor(InventoryAsset last) {
    return new Cursor(label, List.of(key(last), last.id()));
  }

  @Nullable Cursor cursor(String text) {
    Cursor cursor = Cursor.decode(text, label, 2);
    boolean readable =
        cursor != null && (this != IMPORTANCE_DOWN || cursor.keys().get(0).matches("[1-3]"));
    return readable ? cursor : null;
  }

  void after(Cursor cursor, AssetConditions to) {
    String sign = down ? "<" : ">";
    to.with("lastId", cursor.keys().get(1));
    if (column.isEmpty()) {
      to.and("a.id " + sign + " :lastId");
      return;
    }
    String key = cursor.keys().get(0);
    to.with("lastKey", this == IMPORTANCE_DOWN ? (Object) Integer.valueOf(key) : key);
    to.and(
        "(%1$s %2$s :lastKey or (%1$s = :lastKey and a.id %2$s :lastId))".formatted(column, sign));
  }

  private String key(InventoryAsset last) {
    return switch (this) {
      case ID, ID_DOWN -> "";
      case NAME, NAME_DOWN -> last.name();
      case IMPORTANCE_DOWN -> Integer.toString(last.importance());
    };
  }
}
