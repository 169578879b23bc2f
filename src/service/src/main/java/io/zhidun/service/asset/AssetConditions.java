package io.zhidun.service.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A filter as an SQL condition on the table {@code asset a}; every value is a parameter. */
final class AssetConditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  AssetConditions(AssetFilter filter) {
    in("a.system_id", filter.systems());
    in("a.kind", filter.kinds());
    in("a.zone", filter.zones());
    in("a.importance", filter.importances());
    in("a.data_class", filter.dataClasses());
    if (filter.text() != null) {
      String text = filter.text().toLowerCase(Locale.ROOT).replace("\0", "");
      String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
      and("a.search_text like :text escape '!'");
      with("text", "%" + escaped + "%");
    }
  }

  void and(String condition) {
    conditions.add(condition);
  }

  AssetConditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  private void in(String column, List<?> wanted) {
    if (!wanted.isEmpty()) {
      String name = "p" + values.size();
      and(column + " in (:" + name + ")");
      with(name, wanted);
    }
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Map<String, Object> values() {
    return values;
  }
}
