package io.zhidun.service.compliance;

import io.zhidun.service.compliance.Attestation.Withdrawn;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.Request.State;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes what people say. Nothing is deleted; what no longer stands is marked. */
@Repository
class DecisionRepository {
  private final JdbcClient jdbc;

  DecisionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static long key(KeyHolder keys) {
    Number key = keys.getKey();
    if (key == null) {
      throw new IllegalStateException("the database gave no id");
    }
    return key.longValue();
  }

  long add(Attestation one, byte[] document) {
    KeyHolder keys = new GeneratedKeyHolder();
    jdbc.sql(
            "insert into compliance_attestation (system_id, object_id, items, title, signer,"
                + " signed_on, expires_at, result, file_name, bytes, sm3, evidence_id, account,"
                + " happened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            one.system(),
            one.object(),
            String.join("\n", one.items()),
            ColumnText.fit(one.title(), 256),
            ColumnText.fit(one.signer(), 128),
            one.signedOn().toString(),
            Micros.of(one.expiresAt()),
            one.result().wire(),
            ColumnText.fit(one.fileName(), 256),
            one.bytes(),
            one.sm3(),
            one.evidence(),
            one.by(),
            Micros.of(one.at()))
        .update(keys, "id");
    long id = key(keys);
    jdbc.sql("insert into compliance_document (attestation_id, body) values (?, ?)")
        .params(id, document)
        .update();
    return id;
  }

  private static final String ATTESTATIONS =
      "select id, system_id, object_id, items, title, signer, signed_on, expires_at, result,"
          + " file_name, bytes, sm3, evidence_id, account, happened_at, withdrawn_by, withdrawn_at,"
          + " withdrawn_reason from compliance_attestation";

  List<Attestation> attestations(String system) {
    return jdbc.sql(ATTESTATIONS + " where system_id = ? order by id desc limit 2000")
        .param(system)
        .query(DecisionRepository::attestation)
        .list();
  }

  Optional<Attestation> attestation(long id) {
    return jdbc.sql(ATTESTATIONS + " where id = ?")
        .param(id)
        .query(DecisionRepository::attestation)
        .optional();
  }

  /** The attestation that some evidence is the document of. */
  Optional<Attestation> attestationOf(String evidence) {
    return jdbc.sql(ATTESTATIONS + " where evidence_id = ? order by id limit 1")
        .param(evidence)
        .query(DecisionRepository::attestation)
        .optional();
  }

  Optional<byte[]> document(long attestation) {
    return jdbc.sql("select body from compliance_document where attestation_id = ?")
        .param(attestation)
        .query((rs, row) -> rs.getBytes(1))
        .optional();
  }

  /** False where it was withdrawn before. */
  boolean withdraw(String table, long id, Withdrawn how) {
    return jdbc.sql(
                "update "
                    + table
                    + " set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ?"
                    + " where id = ? and withdrawn_at is null")
            .params(how.by(), Micros.of(how.at()), how.reason(), id)
            .update()
        == 1;
  }

  private static Attestation attestation(ResultSet rs, int row) throws SQLException {
    return new Attestation(
        rs.getLong(1),
        rs.getString(2),
        rs.getString(3),
        List.of(rs.getString(4).split("\n")),
        rs.getString(5),
        rs.getString(6),
        LocalDate.parse(rs.getString(7)),
        Micros.instant(rs.getLong(8)),
        Results.of(rs.getString(9)),
        rs.getString(10),
        rs.getLong(11),
        rs.getString(12),
        rs.getString(13),
        rs.getString(14),
        Micros.instant(rs.getLong(15)),
        withdrawn(rs));
  }

  private static @Nullable Withdrawn withdrawn(ResultSet rs) throws SQLException {
    String by = rs.getString("withdrawn_by");
    return by == null
        ? null
        : new Withdrawn(
            by, Micros.instant(rs.getLong("withdrawn_at")), rs.getString("withdrawn_reason"));
  }

  long add(Overruling one) {
    KeyHolder keys = new GeneratedKeyHolder();
    jdbc.sql(
            "insert into compliance_overruling (system_id, item, object_id, result, reason,"
                + " evidence, account, happened_at, expires_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            one.system(),
            one.item(),
            one.object(),
            one.result().wire(),
            one.reason(),
            String.join("\n", one.evidence()),
            one.by(),
            Micros.of(one.at()),
            one.expiresOn().toString())
        .update(keys, "id");
    return key(keys);
  }

  /** Newest first. */
  List<Overruling> overrulings(String system) {
    return jdbc.sql(
            "select id, system_id, item, object_id, result, reason, evidence, account, happened_at,"
                + " expires_on, withdrawn_by, withdrawn_at, withdrawn_reason"
                + " from compliance_overruling where system_id = ? order by id desc limit 5000")
        .param(system)
        .query(
            (rs, row) ->
                new Overruling(
                    rs.getLong(1),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    Results.of(rs.getString(5)),
                    rs.getString(6),
                    rs.getString(7).isEmpty() ? List.of() : List.of(rs.getString(7).split("\n")),
                    rs.getString(8),
                    Micros.instant(rs.getLong(9)),
                    LocalDate.parse(rs.getString(10)),
                    withdrawn(rs)))
        .list();
  }

  private static final String REQUESTS =
      "select id, kind, system_id, item, object_id, reason, owner, compensating_measure, expires_on,"
          + " state, account, happened_at, decided_by, decided_at, note from compliance_request";

  long add(Request one) {
    KeyHolder keys = new GeneratedKeyHolder();
    jdbc.sql(
            "insert into compliance_request (kind, system_id, item, object_id, reason, owner,"
                + " compensating_measure, expires_on, state, account, happened_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(1, one.kind().label())
        .param(2, one.system())
        .param(3, one.item())
        .param(4, one.object())
        .param(5, one.reason())
        .param(6, one.owner())
        .param(7, one.compensatingMeasure())
        .param(8, one.expiresOn() == null ? null : one.expiresOn().toString(), Types.VARCHAR)
        .param(9, one.state().label())
        .param(10, one.by())
        .param(11, Micros.of(one.at()))
        .update(keys, "id");
    return key(keys);
  }

  Optional<Request> request(Kind kind, long id) {
    return jdbc.sql(REQUESTS + " where kind = ? and id = ?")
        .params(kind.label(), id)
        .query(DecisionRepository::request)
        .optional();
  }

  /** Newest first, of one system or, for null, of all. */
  List<Request> requests(Kind kind, @Nullable String system) {
    return system == null
        ? jdbc.sql(REQUESTS + " where kind = ? order by id desc limit 2000")
            .param(kind.label())
            .query(DecisionRepository::request)
            .list()
        : jdbc.sql(REQUESTS + " where kind = ? and system_id = ? order by id desc limit 2000")
            .params(kind.label(), system)
            .query(DecisionRepository::request)
            .list();
  }

  /** Moves a request from one of two states; false where it is in neither. */
  boolean move(long id, State from, State orFrom, Request to) {
    Instant when = to.decidedAt();
    return jdbc.sql(
                "update compliance_request set state = ?, decided_by = ?, decided_at = ?, note = ?"
                    + " where id = ? and state in (?, ?)")
            .param(1, to.state().label())
            .param(2, to.decidedBy(), Types.VARCHAR)
            .param(3, when == null ? null : Micros.of(when), Types.BIGINT)
            .param(4, to.note(), Types.VARCHAR)
            .param(5, id)
            .param(6, from.label())
            .param(7, orFrom.label())
            .update()
        == 1;
  }

  private static Request request(ResultSet rs, int row) throws SQLException {
    String expires = rs.getString(9);
    long decided = rs.getLong(14);
    Instant decidedAt = rs.wasNull() ? null : Micros.instant(decided);
    return new Request(
        rs.getLong(1),
        Kind.valueOf(rs.getString(2).toUpperCase(Locale.ROOT)),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        rs.getString(7),
        rs.getString(8),
        expires == null ? null : LocalDate.parse(expires),
        State.of(rs.getString(10)),
        rs.getString(11),
        Micros.instant(rs.getLong(12)),
        rs.getString(13),
        decidedAt,
        rs.getString(15));
  }

  private static final String STEPS =
      "select id, system_id, item, object_id, measure, owner, due_on, state, account, happened_at,"
          + " done_by, done_at, done_note, verified_at, verified_in from compliance_rectification";

  long add(PlanStep one) {
    KeyHolder keys = new GeneratedKeyHolder();
    jdbc.sql(
            "insert into compliance_rectification (system_id, item, object_id, measure, owner,"
                + " due_on, state, account, happened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            one.system(),
            one.item(),
            one.object(),
            ColumnText.fit(one.measure(), 2048),
            ColumnText.fit(one.owner(), 128),
            one.due().toString(),
            one.state(),
            one.by(),
            Micros.of(one.at()))
        .update(keys, "id");
    return key(keys);
  }

  Optional<PlanStep> step(long id) {
    return jdbc.sql(STEPS + " where id = ?").param(id).query(DecisionRepository::step).optional();
  }

  List<PlanStep> steps(@Nullable String system) {
    return system == null
        ? jdbc.sql(STEPS + " order by due_on, id limit 5000").query(DecisionRepository::step).list()
        : jdbc.sql(STEPS + " where system_id = ? order by due_on, id limit 5000")
            .param(system)
            .query(DecisionRepository::step)
            .list();
  }

  /** False where it was not open. */
  boolean done(long id, String by, Instant at, String note) {
    return jdbc.sql(
                "update compliance_rectification set state = 'done', done_by = ?, done_at = ?,"
                    + " done_note = ? where id = ? and state = 'open'")
            .params(by, Micros.of(at), note, id)
            .update()
        == 1;
  }

  void verified(long id, Instant at, String assessment) {
    jdbc.sql(
            "update compliance_rectification set state = 'verified', verified_at = ?,"
                + " verified_in = ? where id = ?")
        .params(Micros.of(at), assessment, id)
        .update();
  }

  /** What was verified and fails again. */
  void reopened(long id) {
    jdbc.sql(
            "update compliance_rectification set state = 'open', verified_at = null,"
                + " verified_in = null where id = ?")
        .param(id)
        .update();
  }

  private static PlanStep step(ResultSet rs, int row) throws SQLException {
    long done = rs.getLong(12);
    Instant doneAt = rs.wasNull() ? null : Micros.instant(done);
    long verified = rs.getLong(14);
    Instant verifiedAt = rs.wasNull() ? null : Micros.instant(verified);
    return new PlanStep(
        rs.getLong(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        LocalDate.parse(rs.getString(7)),
        rs.getString(8),
        rs.getString(9),
        Micros.instant(rs.getLong(10)),
        rs.getString(11),
        doneAt,
        rs.getString(13),
        verifiedAt,
        rs.getString(15));
  }
}
