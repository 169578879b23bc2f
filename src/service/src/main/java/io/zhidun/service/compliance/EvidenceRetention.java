package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.store.Micros;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes looks, and turns of results, that were kept long enough, in batches, each a transaction
 * of its own. Kept for good: what an assessment cites, what an attestation or an overruling rests
 * on; and the newest look of each check at each object, for as long as it is that.
 */
@Service
class EvidenceRetention {
  private static final Logger log = LoggerFactory.getLogger(EvidenceRetention.class);

  private static final String EVIDENCE =
      "select e.id from compliance_evidence e where e.collected_at < :before"
          + " and not exists (select 1 from compliance_latest l where l.evidence_id = e.id)"
          + " and not exists (select 1 from compliance_cited c where c.evidence_id = e.id)"
          + " and not exists (select 1 from compliance_attestation a where a.evidence_id = e.id)"
          + " order by e.collected_at limit :rows";
  private static final String TURNS =
      "select id from compliance_turn where happened_at < :before order by happened_at, id"
          + " limit :rows";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final AssessmentRepository assessments;
  private final TransactionOperations transaction;
  private final ProtectionTrail trail;
  private final RetentionProperties properties;
  private final Clock clock;

  EvidenceRetention(
      JdbcTemplate template,
      JdbcClient jdbc,
      AssessmentRepository assessments,
      TransactionOperations transaction,
      ProtectionTrail trail,
      RetentionProperties properties,
      Clock clock) {
    this.template = template;
    this.jdbc = jdbc;
    this.assessments = assessments;
    this.transaction = transaction;
    this.trail = trail;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(cron = "${zhidun.compliance.retention.delete-at:0 40 3 * * *}", zone = "Asia/Shanghai")
  void delete() {
    noteWhatIsCited();
    int evidence = all("compliance_evidence", EVIDENCE, properties.evidenceDays());
    int turns = all("compliance_turn", TURNS, properties.historyDays());
    if (evidence + turns > 0) {
      log.info("deleted {} pieces of evidence and {} turns that were kept enough", evidence, turns);
    }
  }

  /** Reads each assessment once: it never changes. */
  private void noteWhatIsCited() {
    noteWhatOverrulingsRestOn();
    List<String> fresh =
        jdbc.sql(
                "select a.id from compliance_assessment a where not exists (select 1 from"
                    + " compliance_cited_assessment c where c.assessment_id = a.id) order by a.id")
            .query(String.class)
            .list();
    for (String id : fresh) {
      Assessment one = assessments.find(id).orElseThrow();
      Set<String> cited = new HashSet<>();
      one.evidence().stream().map(Evidence::id).forEach(cited::add);
      transaction.executeWithoutResult(
          status -> {
            note(cited);
            jdbc.sql("insert into compliance_cited_assessment (assessment_id) values (?)")
                .param(id)
                .update();
          });
    }
  }

  /** What an assessor had before them, withdrawn or not. */
  private void noteWhatOverrulingsRestOn() {
    Set<String> cited = new HashSet<>();
    jdbc.sql("select evidence from compliance_overruling where evidence <> ''")
        .query(String.class)
        .list()
        .forEach(lines -> cited.addAll(lines.lines().toList()));
    transaction.executeWithoutResult(status -> note(cited));
  }

  private void note(Set<String> cited) {
    template.batchUpdate(
        "insert into compliance_cited (evidence_id) select e.id from compliance_evidence e"
            + " where e.id = ? and not exists"
            + " (select 1 from compliance_cited c where c.evidence_id = e.id)",
        cited.stream().map(id -> new Object[] {id}).toList());
  }

  private int all(String table, String select, int days) {
    long before = Micros.of(clock.instant().minus(Duration.ofDays(days)));
    int deleted = 0;
    for (int i = 0; i < properties.mostBatches(); i++) {
      Integer now = transaction.execute(status -> batch(table, select, before, days));
      deleted += now == null ? 0 : now;
      if (now == null || now < properties.batch()) {
        break;
      }
    }
    return deleted;
  }

  /** The line of the trail is committed with what it tells of. */
  private int batch(String table, String select, long before, int days) {
    List<String> old =
        jdbc.sql(select)
            .params(Map.of("before", before, "rows", properties.batch()))
            .query((rs, row) -> rs.getString(1))
            .list();
    if (old.isEmpty()) {
      return 0;
    }
    boolean turns = table.equals("compliance_turn");
    jdbc.sql("delete from " + table + " where id in (:old)")
        .param("old", turns ? old.stream().map(Long::valueOf).toList() : old)
        .update();
    trail.addOwn(
        turns ? "compliance.history-expired" : "compliance.evidence-expired",
        table,
        Map.of("rows", old.size(), "olderThanDays", days));
    return old.size();
  }
}
