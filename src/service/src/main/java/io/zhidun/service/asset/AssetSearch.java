package io.zhidun.service.asset;

import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and counts assets. */
@Repository
class AssetSearch {
  private static final int MOST_VALUES = 200;

  /** Facet by column; the column is never a request's word. */
  private static final Map<String, String> FACETS =
      Map.of(
          "system", "a.system_id",
          "kind", "a.kind",
          "zone", "a.zone",
          "importance", "a.importance",
          "dataClass", "a.data_class",
          "backupTier", "a.backup_tier");

  private final JdbcClient jdbc;

  AssetSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<InventoryAsset> page(
      AssetFilter filter, AssetOrder order, @Nullable Cursor cursor, int limit) {
    AssetConditions all = new AssetConditions(filter);
    long total =
        jdbc.sql("select count(*) from asset a" + all.where())
            .params(all.values())
            .query(Long.class)
            .single();
    AssetConditions conditions = new AssetConditions(filter);
    if (cursor != null) {
      order.after(cursor, conditions);
    }
    List<InventoryAsset> found =
        jdbc.sql(InventoryRepository.ASSETS + conditions.where() + order.clause() + " limit :rows")
            .params(conditions.with("rows", limit + 1).values())
            .query(InventoryRepository::asset)
            .list();
    boolean more = found.size() > limit;
    List<InventoryAsset> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? order.cursor(items.get(limit - 1)).encode() : null, total);
  }

  /** Values and how many assets have each, by facet; most assets first. */
  Map<String, List<Count>> facets(AssetFilter filter) {
    AssetConditions conditions = new AssetConditions(filter);
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    FACETS.forEach(
        (name, column) ->
            facets.put(
                name,
                jdbc.sql(
                        "select "
                            + column
                            + ", count(*) from asset a"
                            + conditions.where()
                            + " group by "
                            + column
                            + " order by 2 desc, 1 limit "
                            + MOST_VALUES)
                    .params(conditions.values())
                    .query((rs, row) -> new Count(rs.getString(1), rs.getLong(2)))
                    .list()));
    return facets;
  }

  /** A value and how many assets have it. */
  record Count(String value, long count) {}
}
