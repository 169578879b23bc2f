package io.zhidun.service.compliance;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.compliance.evidence.Collector;
import io.zhidun.service.store.Durability;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feature wired by hand on a database, with the collectors that a test gives it. */
final class ComplianceStack {
  /** Compiled once: it takes seconds. */
  private static final Judging RULES = new Judging();

  final Inventory inventory;
  final EvidenceStore evidence;
  final CheckRuns runs;
  final StateBook states;
  final StateRepository turns;
  final Decisions decisions;
  final DecisionRepository repository;
  final Assessments assessments;
  final AssessmentRepository made;
  final Calendar calendar;

  ComplianceStack(DataSource source, List<Collector> collectors, Clock clock) {
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    Durability durability = new Durability(source, jdbc);
    ProtectionTrail trail = new ProtectionTrail(entry -> {});
    inventory = TestInventory.of(template, jdbc, transaction, durability, trail);
    evidence = new EvidenceStore(jdbc);
    repository = new DecisionRepository(jdbc);
    made = new AssessmentRepository(jdbc);
    turns = new StateRepository(template, jdbc);
    runs =
        new CheckRuns(
            collectors,
            Checks.shipped(),
            inventory,
            evidence,
            new CheckRunRepository(jdbc),
            transaction,
            new ComplianceProperties(
                false, Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofMillis(500)),
            new SimpleMeterRegistry(),
            clock);
    AssessmentInputs inputs =
        new AssessmentInputs(inventory, evidence, repository, Catalogue.shipped());
    states = new StateBook(inputs, RULES, turns, made, transaction, trail, clock);
    decisions =
        new Decisions(
            repository,
            evidence,
            inventory,
            Catalogue.shipped(),
            states,
            transaction,
            durability,
            trail,
            clock);
    assessments =
        new Assessments(
            made, inputs, RULES, repository, inventory, transaction, durability, trail, clock);
    calendar =
        new Calendar(
            inventory, repository, evidence, new CalendarProperties(92, 365, 730, 60, 30), clock);
  }
}
