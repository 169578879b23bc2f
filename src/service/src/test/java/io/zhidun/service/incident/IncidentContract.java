package io.zhidun.service.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.rank.Part;
import io.zhidun.events.AlertDraft;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.Drafts;
import io.zhidun.service.MutableClock;
import io.zhidun.service.alert.AlertStack;
import io.zhidun.service.alert.Draft;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.store.Durability;
import io.zhidun.service.topology.MapStack;
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
import org.springframework.web.ErrorResponseException;

/** From alerts to an incident that people work on, on each database. */
abstract class IncidentContract {
  private final MutableClock clock = new MutableClock(Drafts.NOON);
  private final List<AuditEntry> trail = new ArrayList<>();
  private final List<IncidentsChanged> told = new ArrayList<>();
  private HikariDataSource source;
  private AlertStack alerts;
  private MapStack map;
  private IncidentRepository repository;
  private Gathering gathering;
  private Incidents incidents;

  abstract HikariDataSource database();

  @BeforeEach
  void open() {
    source = database();
    alerts = new AlertStack(source, clock);
    map = new MapStack(source);
    map.office(Drafts.NOON.minus(Duration.ofDays(1)));
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    repository = new IncidentRepository(template, jdbc);
    gathering = new Gathering(alerts.feed, map.map, repository, transaction, this::announce, clock);
    incidents =
        new Incidents(
            repository,
            trail::add,
            transaction,
            this::announce,
            new Durability(source, jdbc),
            clock);
  }

  private void announce(Object event) {
    told.add((IncidentsChanged) event);
  }

  @AfterEach
  void close() {
    source.close();
  }

  /** An alert of operations on an asset. */
  private void fires(int seconds, String asset, Signal signal) {
    Instant at = Drafts.NOON.plusSeconds(seconds);
    Detection like = Drafts.from("192.0.2.1").at(at).draft().detection();
    Map<String, String> group = Map.of("asset", asset, "signal", signal.name());
    RuleReference rule = Drafts.RULE;
    Detection detection =
        new Detection(
            Digests.detectionId(rule, group, List.of(asset + signal + at)),
            at,
            rule,
            Severity.HIGH,
            group,
            1,
            like.events(),
            List.of(),
            Drafts.RECOVERY,
            like.receivedMicros(),
            false,
            like.explanation());
    Decision decision =
        new Decision(
            true, Severity.HIGH, "故障", "operations", "", asset, "patent-review", List.of());
    clock.advance(Duration.between(clock.instant(), at));
    AlertDraft draft = new AlertDraft(Digests.fingerprint(rule.id(), group), detection, decision);
    alerts.book.accept(List.of(new Draft(draft, Json.mapper().writeValueAsString(draft))));
    gathering.gather();
  }

  private void outage() {
    fires(0, "db-01", Signal.SATURATION);
    fires(5, "filing", Signal.LATENCY);
    fires(20, "portal", Signal.ERRORS);
  }

  private List<Incident> all() {
    return repository.list(List.of(IncidentState.values()), 100);
  }

  @Test
  void anOutageIsOneIncidentWithItsCauseOnTopAndAllItsAlertsUnderIt() {
    outage();

    assertThat(all()).hasSize(1);
    Incident one = all().get(0);
    assertThat(one.causeNode()).as("the node whose asset is db-01").isEqualTo("main-db");
    assertThat(one.row().number()).isEqualTo("IN-000001");
    assertThat(one.row().summary().zh()).contains("主库").contains("公众无法提交申请");
    assertThat(one.row().alerts()).isEqualTo(3);
    assertThat(repository.factsOf(1)).containsExactly("alert-1", "alert-2", "alert-3");
    assertThat(told).isNotEmpty();
  }

  @Test
  void aLoneAlertThatHurtsNobodyIsNoIncident() {
    fires(0, "db-01", Signal.SATURATION);

    assertThat(all()).isEmpty();
  }

  @Test
  void alertsOfAnotherTimeAreAnotherIncident() {
    outage();
    fires(4_000, "portal", Signal.ERRORS);

    assertThat(all()).extracting(Incident::id).containsExactly(2L, 1L);
  }

  @Test
  void whatWasKnownIsStillKnownToAServiceThatStartsAnewAndIsNotTakenTwice() {
    outage();
    String before = all().toString();
    new Gathering(
            alerts.feed,
            new MapStack(source).map,
            repository,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            this::announce,
            clock)
        .gather();

    assertThat(all()).hasToString(before);
  }

  @Test
  void aDeploymentToldOfLaterIsAReasonAndOnlyOnce() {
    outage();
    Fact deployment =
        Fact.of("change-1", "filing", Drafts.NOON.minusSeconds(60), Signal.DEPLOYMENT);

    assertThat(gathering.changed(deployment)).isTrue();
    assertThat(gathering.changed(deployment)).isFalse();
    assertThat(all().get(0).explanation().causes())
        .filteredOn(cause -> cause.node().equals("filing"))
        .flatExtracting(cause -> cause.reasons())
        .anySatisfy(reason -> assertThat(reason.part()).isEqualTo(Part.CHANGE));
  }

  @Test
  void peopleTakeItNoteAndResolveItAndEachActIsInBothTrails() {
    outage();
    incidents.acknowledge(1, "engineer", "在看");
    incidents.note(1, "engineer", "已切换到备库");
    incidents.resolve(1, "engineer", "");

    Incident one = incidents.require(1);
    assertThat(one.state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(one.resolvedAt()).isEqualTo(clock.instant());
    assertThat(repository.trail(1))
        .extracting(entry -> entry.action() + ":" + entry.note())
        .containsExactly("acknowledge:在看", "note:已切换到备库", "resolve:");
    assertThat(trail)
        .extracting(AuditEntry::action)
        .containsExactly("incident.acknowledge", "incident.note", "incident.resolve");
    assertThatThrownBy(() -> incidents.acknowledge(1, "operator", ""))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> assertThat(e.getBody().getDetail()).contains("resolved by engineer"));
    assertThatThrownBy(() -> incidents.note(1, "operator", " "))
        .isInstanceOf(ErrorResponseException.class);
  }

  @Test
  void whatComesAfterAnIncidentWasResolvedOpensAnotherThatNamesTheFirst() {
    outage();
    incidents.resolve(1, "engineer", "重启后恢复");
    fires(60, "db-01", Signal.LATENCY);
    fires(70, "filing", Signal.ERRORS);
    fires(80, "portal", Signal.LATENCY);

    assertThat(all()).extracting(Incident::id).containsExactly(2L, 1L);
    Incident second = incidents.require(2);
    assertThat(repository.factsOf(1)).hasSize(3);
    assertThat(repository.similar(second)).map(Incident::id).contains(1L);
  }
}
