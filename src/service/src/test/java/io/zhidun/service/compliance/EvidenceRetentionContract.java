package io.zhidun.service.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.service.MutableClock;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is deleted after its time, and what never is, on every database. */
abstract class EvidenceRetentionContract {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String SYSTEM = "review";
  private static final String HOST = "review-host";

  private final MutableClock clock = new MutableClock(NOW);
  private final FakeCollector events = new FakeCollector("events", "audit-enabled");
  private final List<AuditEntry> trail = new ArrayList<>();
  private HikariDataSource source;
  private ComplianceStack feature;
  private EvidenceRetention retention;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    feature = new ComplianceStack(source, List.of(events), clock);
    TestInventory.fill(feature.inventory, SYSTEM, NOW);
    retention =
        new EvidenceRetention(
            new JdbcTemplate(source),
            JdbcClient.create(source),
            feature.made,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            new ProtectionTrail(trail::add),
            new RetentionProperties(200, 200, 2, 100),
            clock);
  }

  @AfterEach
  void close() {
    feature.runs.stop();
    source.close();
  }

  /** A look that finds something else than the one before, and a day on. */
  private String look(boolean reporting) {
    events.knows(
        HOST, Map.of("enabled", true, "reporting", reporting, "uncovered_users", List.of()));
    feature.runs.run(feature.runs.require("audit-enabled"));
    feature.states.judge(SYSTEM);
    String id = feature.evidence.latest(SYSTEM).get(0).id();
    clock.advance(Duration.ofDays(1));
    return id;
  }

  private boolean isThere(String id) {
    return feature.evidence.find(id).map(Evidence::id).isPresent();
  }

  @Test
  void whatIsOldGoesAndWhatAnAssessmentCitesAndTheNewestStay() {
    String cited = look(true);
    feature.assessments.make(SYSTEM, "", "engineer");
    List<String> old = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      old.add(look(i % 2 == 1));
    }
    String newest = look(true);
    assertThat(feature.turns.turns(SYSTEM, "L3-8.1.4.3-a", 10)).isNotEmpty();

    clock.advance(Duration.ofDays(190));
    retention.delete();
    assertThat(old).as("not old enough").allMatch(this::isThere);

    clock.advance(Duration.ofDays(20));
    retention.delete();

    assertThat(old).noneMatch(this::isThere);
    assertThat(isThere(cited)).as("an assessment cites it").isTrue();
    assertThat(isThere(newest)).as("nothing newer is known").isTrue();
    assertThat(feature.turns.turns(SYSTEM, "L3-8.1.4.3-a", 10)).isEmpty();
    assertThat(trail)
        .filteredOn(one -> one.action().equals("compliance.evidence-expired"))
        .extracting(one -> one.detail().get("rows"))
        .containsExactly("2", "2", "1");
    retention.delete();
    assertThat(isThere(cited)).isTrue();
  }

  @Test
  void nobodyKeepsLessThanTheLawAsks() {
    assertThatThrownBy(() -> new RetentionProperties(180, 1095, 500, 1000))
        .hasMessageContaining("at least 184 days, was 180");
  }
}
