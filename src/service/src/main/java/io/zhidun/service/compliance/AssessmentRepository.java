package io.zhidun.service.compliance;

import io.zhidun.events.Json;
import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.service.store.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps assessments: added once, never changed; signatures are rows beside them. */
@Repository
class AssessmentRepository {
  private final JdbcClient jdbc;

  AssessmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until nobody else makes an assessment; gives the next number. For a transaction. */
  long next() {
    long last =
        jdbc.sql("select last_assessment from compliance_counter where id = 1 for update")
            .query(Long.class)
            .single();
    jdbc.sql("update compliance_counter set last_assessment = ? where id = 1")
        .param(last + 1)
        .update();
    return last + 1;
  }

  void add(AssessmentSummary summary, byte[] json) {
    jdbc.sql(
            "insert into compliance_assessment (id, system_id, made_at, made_by, note, summary, sm3)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            summary.id(),
            summary.system(),
            Micros.of(summary.madeAt()),
            summary.madeBy(),
            summary.note(),
            Json.mapper().writeValueAsString(summary),
            summary.sm3())
        .update();
    jdbc.sql("insert into compliance_assessment_body (assessment_id, body) values (?, ?)")
        .params(summary.id(), Deflated.of(json))
        .update();
  }

  /** Newest first. */
  List<AssessmentSummary> of(String system) {
    List<AssessmentSummary> found =
        jdbc.sql(
                "select summary from compliance_assessment where system_id = ?"
                    + " order by made_at desc, id desc limit 500")
            .param(system)
            .query((rs, row) -> read(rs.getString(1)))
            .list();
    return found.stream().map(this::signed).toList();
  }

  Optional<AssessmentSummary> summary(String id) {
    return jdbc.sql("select summary from compliance_assessment where id = ?")
        .param(id)
        .query((rs, row) -> read(rs.getString(1)))
        .optional()
        .map(this::signed);
  }

  private static AssessmentSummary read(String json) {
    return Json.mapper().readValue(json, AssessmentSummary.class);
  }

  private AssessmentSummary signed(AssessmentSummary one) {
    return one.with(signatures(one.id()));
  }

  /** The bytes that were hashed. */
  Optional<byte[]> json(String id) {
    return jdbc.sql("select body from compliance_assessment_body where assessment_id = ?")
        .param(id)
        .query((rs, row) -> rs.getBytes(1))
        .optional()
        .map(Deflated::inflate);
  }

  Optional<Assessment> find(String id) {
    return json(id).map(AssessmentJson::read);
  }

  /** The newest of a system. */
  Optional<Assessment> latest(String system) {
    return jdbc.sql(
            "select id from compliance_assessment where system_id = ?"
                + " order by made_at desc, id desc limit 1")
        .param(system)
        .query(String.class)
        .optional()
        .flatMap(this::find);
  }

  /** A part that a named person signed. */
  record Signature(String part, String account, String name, Instant at) {}

  List<Signature> signatures(String assessment) {
    return new ArrayList<>(
        jdbc.sql(
                "select part, account, name, signed_at from compliance_signature"
                    + " where assessment_id = ? order by signed_at")
            .param(assessment)
            .query(
                (rs, row) ->
                    new Signature(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        Micros.instant(rs.getLong(4))))
            .list());
  }

  void sign(String assessment, Signature one) {
    jdbc.sql(
            "insert into compliance_signature (assessment_id, part, account, name, signed_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(assessment, one.part(), one.account(), one.name(), Micros.of(one.at()))
        .update();
  }
}
