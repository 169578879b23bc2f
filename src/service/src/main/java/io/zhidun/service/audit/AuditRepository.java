package io.zhidun.service.audit;

import io.zhidun.service.audit.AuditContent.Columns;
import io.zhidun.service.store.Micros;
import io.zhidun.trust.chain.TrailPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and appends records. */
@Repository
class AuditRepository {
  private static final String RECORD =
      "select sequence, happened_at, kind, content, previous, hash, account, action, object_type,"
          + " object_id from audit_record";

  private final JdbcClient jdbc;

  AuditRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where the trail stands.
   *
   * @param name empty before the first record
   * @param sealedSize how many records there were right after the last checkpoint
   */
  record Standing(
      String name, long size, String head, String peaks, long sealedSize, Instant sealedAt) {

    TrailPosition position() {
      return TrailPosition.of(name, size, head, peaks);
    }

    boolean isEmpty() {
      return name.isEmpty();
    }

    long unsealed() {
      return size - sealedSize;
    }
  }

  /** Where the trail stands, while nobody else can write until the transaction's end. */
  Standing lock() {
    jdbc.sql("update audit_position set size = size where id = 1").update();
    return standing();
  }

  Standing standing() {
    return jdbc.sql(
            "select name, size, head, peaks, sealed_size, sealed_at from audit_position"
                + " where id = 1")
        .query(
            (rs, row) ->
                new Standing(
                    rs.getString(1),
                    rs.getLong(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getLong(5),
                    Micros.instant(rs.getLong(6))))
        .single();
  }

  void save(TrailPosition position, long sealedSize, Instant sealedAt) {
    jdbc.sql(
            "update audit_position set name = ?, size = ?, head = ?, peaks = ?, sealed_size = ?,"
                + " sealed_at = ? where id = 1")
        .params(
            position.name(),
            position.size(),
            position.headHex(),
            position.peaksHex(),
            sealedSize,
            Micros.of(sealedAt))
        .update();
  }

  void insert(AuditRow row) {
    Columns columns = row.columns();
    jdbc.sql(
            "insert into audit_record (sequence, happened_at, kind, content, previous, hash,"
                + " account, action, object_type, object_id)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            row.sequence(),
            row.micros(),
            row.kind(),
            row.content(),
            row.previous(),
            row.hash(),
            columns.account(),
            columns.action(),
            columns.objectType(),
            columns.objectId())
        .update();
  }

  Optional<AuditRow> find(long sequence) {
    return jdbc.sql(RECORD + " where sequence = ?")
        .param(sequence)
        .query(AuditRepository::row)
        .optional();
  }

  /** Records in their order, for reading the whole trail in pieces. */
  List<AuditRow> following(long from, long before, int limit) {
    return jdbc.sql(RECORD + " where sequence >= ? and sequence < ? order by sequence limit ?")
        .params(from, before, limit)
        .query(AuditRepository::row)
        .list();
  }

  /** Latest first, with smaller numbers than {@code before} only. */
  List<AuditRow> latest(AuditFilter filter, long before, int limit) {
    List<Object> values = new ArrayList<>();
    String where = filter.where(values);
    values.add(before);
    values.add(limit);
    return jdbc.sql(RECORD + where + " and sequence < ? order by sequence desc limit ?")
        .params(values)
        .query(AuditRepository::row)
        .list();
  }

  long count(AuditFilter filter) {
    List<Object> values = new ArrayList<>();
    String where = filter.where(values);
    return jdbc.sql("select count(*) from audit_record" + where)
        .params(values)
        .query(Long.class)
        .single();
  }

  private static AuditRow row(ResultSet rs, int row) throws SQLException {
    return new AuditRow(
        rs.getLong(1),
        Micros.instant(rs.getLong(2)),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        new Columns(rs.getString(7), rs.getString(8), rs.getString(9), rs.getString(10)));
  }
}
