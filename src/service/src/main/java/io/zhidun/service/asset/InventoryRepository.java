package io.zhidun.service.asset;

import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes systems and assets. */
@Repository
class InventoryRepository {
  private static final String SYSTEMS =
      "select id, name, level, notation, extensions, owner, filing_number, filing_valid_until, zone,"
          + " critical, reporting_route, last_assessed_on, version, changed_at, changed_by, origin"
          + " from protected_system";
  private static final String SYSTEM_INSERT =
      "insert into protected_system (name, level, notation, extensions, owner, filing_number,"
          + " filing_valid_until, zone, critical, reporting_route, last_assessed_on, changed_at,"
          + " changed_by, origin, version, id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SYSTEM_UPDATE =
      "update protected_system set name = ?, level = ?, notation = ?, extensions = ?, owner = ?,"
          + " filing_number = ?, filing_valid_until = ?, zone = ?, critical = ?,"
          + " reporting_route = ?, last_assessed_on = ?, changed_at = ?, changed_by = ?, origin = ?,"
          + " version = ? where id = ? and version = ?";

  static final String ASSETS =
      "select a.id, a.system_id, a.name, a.kind, a.zone, a.addresses, a.importance, a.data_class,"
          + " a.owner, a.location, a.endpoints, a.version, a.changed_at, a.changed_by, a.origin"
          + " from asset a";
  private static final String ASSET_INSERT =
      "insert into asset (system_id, name, kind, zone, addresses, importance, data_class, owner,"
          + " location, endpoints, backup_tier, search_text, changed_at, changed_by, origin, version,"
          + " id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ASSET_UPDATE =
      "update asset set system_id = ?, name = ?, kind = ?, zone = ?, addresses = ?, importance = ?,"
          + " data_class = ?, owner = ?, location = ?, endpoints = ?, backup_tier = ?,"
          + " search_text = ?, changed_at = ?, changed_by = ?, origin = ?, version = ?"
          + " where id = ? and version = ?";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  InventoryRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  List<InventorySystem> systems() {
    return jdbc.sql(SYSTEMS + " order by id").query(InventoryRepository::system).list();
  }

  Optional<InventorySystem> system(String id) {
    return jdbc.sql(SYSTEMS + " where id = ?")
        .param(id)
        .query(InventoryRepository::system)
        .optional();
  }

  /** How many assets each system has. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    jdbc.sql("select system_id, count(*) from asset group by system_id")
        .query(
            rs -> {
              sizes.put(rs.getString(1), rs.getLong(2));
            });
    return sizes;
  }

  void insert(InventorySystem one) {
    template.update(SYSTEM_INSERT, values(one, one.id()));
  }

  /**
   * Writes version + 1 over the version that {@code one} carries; false where that is not stored.
   */
  boolean update(InventorySystem one) {
    return template.update(SYSTEM_UPDATE, values(one, one.id(), one.version())) == 1;
  }

  boolean deleteSystem(String id, long version) {
    return template.update("delete from protected_system where id = ? and version = ?", id, version)
        == 1;
  }

  List<InventoryAsset> assetsOf(String system) {
    return jdbc.sql(ASSETS + " where a.system_id = ? order by a.id")
        .param(system)
        .query(InventoryRepository::asset)
        .list();
  }

  List<InventoryAsset> assets() {
    return jdbc.sql(ASSETS + " order by a.id").query(InventoryRepository::asset).list();
  }

  Optional<InventoryAsset> asset(String id) {
    return jdbc.sql(ASSETS + " where a.id = ?")
        .param(id)
        .query(InventoryRepository::asset)
        .optional();
  }

  Map<String, InventoryAsset> assets(Collection<String> ids) {
    Map<String, InventoryAsset> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(ASSETS + " where a.id in (:ids)")
          .param("ids", ids)
          .query(InventoryRepository::asset)
          .list()
          .forEach(one -> found.put(one.id(), one));
    }
    return found;
  }

  void insertAssets(List<InventoryAsset> all) {
    template.batchUpdate(ASSET_INSERT, all.stream().map(one -> values(one, one.id())).toList());
  }

  /** Writes version + 1 over the version that each carries; gives how many were written. */
  int updateAssets(List<InventoryAsset> all) {
    int written = 0;
    for (int rows :
        template.batchUpdate(
            ASSET_UPDATE, all.stream().map(one -> values(one, one.id(), one.version())).toList())) {
      written += rows;
    }
    return written;
  }

  boolean deleteAsset(String id, long version) {
    return template.update("delete from asset where id = ? and version = ?", id, version) == 1;
  }

  private static @Nullable Object[] values(InventorySystem one, Object... key) {
    return with(
        new @Nullable Object[] {
          ColumnText.fit(one.name(), 256),
          one.level(),
          one.notation(),
          String.join(",", one.extensions()),
          ColumnText.fit(one.owner(), 256),
          ColumnText.fit(one.filingNumber(), 64),
          text(one.filingValidUntil()),
          ColumnText.fit(one.zone(), 64),
          one.critical(),
          one.reportingRoute(),
          text(one.lastAssessedOn()),
          Micros.of(one.changedAt()),
          one.changedBy(),
          one.origin(),
          one.version() + 1
        },
        key);
  }

  private static @Nullable Object[] values(InventoryAsset one, Object... key) {
    String addresses = ColumnText.fit(String.join("\n", one.addresses()), 16_384);
    String search = (one.id() + "\n" + one.name() + "\n" + addresses).toLowerCase(Locale.ROOT);
    return with(
        new @Nullable Object[] {
          one.system(),
          ColumnText.fit(one.name(), 256),
          InventoryAsset.label(one.kind()),
          ColumnText.fit(one.zone(), 64),
          addresses,
          one.importance(),
          ColumnText.fit(one.dataClass(), 64),
          ColumnText.fit(one.owner(), 256),
          ColumnText.fit(one.location(), 256),
          ColumnText.fit(String.join("\n", one.endpoints()), 4096),
          one.backupTier().name(),
          ColumnText.fit(search, 17_408),
          Micros.of(one.changedAt()),
          one.changedBy(),
          one.origin(),
          one.version() + 1
        },
        key);
  }

  private static @Nullable Object[] with(@Nullable Object[] values, Object... key) {
    @Nullable Object[] all = new @Nullable Object[values.length + key.length];
    System.arraycopy(values, 0, all, 0, values.length);
    System.arraycopy(key, 0, all, values.length, key.length);
    return all;
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static List<String> split(String text, String by) {
    return text.isEmpty() ? List.of() : List.of(text.split(by));
  }

  private static InventorySystem system(ResultSet rs, int row) throws SQLException {
    return new InventorySystem(
        rs.getString(1),
        rs.getString(2),
        rs.getInt(3),
        rs.getString(4),
        split(rs.getString(5), ","),
        rs.getString(6),
        rs.getString(7),
        date(rs.getString(8)),
        rs.getString(9),
        rs.getBoolean(10),
        rs.getString(11),
        date(rs.getString(12)),
        rs.getLong(13),
        Micros.instant(rs.getLong(14)),
        rs.getString(15),
        rs.getString(16));
  }

  static InventoryAsset asset(ResultSet rs, int row) throws SQLException {
    return new InventoryAsset(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        AssetForm.kind(rs.getString(4)),
        rs.getString(5),
        split(rs.getString(6), "\n"),
        rs.getInt(7),
        rs.getString(8),
        rs.getString(9),
        rs.getString(10),
        split(rs.getString(11), "\n"),
        rs.getLong(12),
        Micros.instant(rs.getLong(13)),
        rs.getString(14),
        rs.getString(15));
  }
}
