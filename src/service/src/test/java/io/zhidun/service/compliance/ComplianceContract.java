package io.zhidun.service.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.MutableClock;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.compliance.Attestation.Withdrawn;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.Request.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

/** What holds of evidence, decisions and assessments on every database. */
abstract class ComplianceContract {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String SYSTEM = "review";
  private static final String HOST = "review-host";
  private static final String AUDIT_ITEM = "L3-8.1.4.3-a";
  private static final String DOCUMENT_ITEM = "L3-8.1.6.1-a";
  private static final Map<String, Object> GOOD =
      Map.of("enabled", true, "reporting", true, "uncovered_users", List.of());
  private static final Map<String, Object> SILENT =
      Map.of("enabled", true, "reporting", false, "uncovered_users", List.of());

  private final MutableClock clock = new MutableClock(NOW);
  private final FakeCollector events = new FakeCollector("events", "audit-enabled");
  private final FakeCollector posture = new FakeCollector("posture", "audit-enabled");
  private HikariDataSource source;
  private ComplianceStack feature;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    feature = new ComplianceStack(source, List.of(events, posture), clock);
    TestInventory.fill(feature.inventory, SYSTEM, NOW);
  }

  @AfterEach
  void close() {
    feature.runs.stop();
    source.close();
  }

  private Check check() {
    return feature.runs.require("audit-enabled");
  }

  private Assessment look() {
    feature.runs.run(check());
    return feature.states.judge(SYSTEM);
  }

  private Cell cell(String item, String object) {
    return feature.states.present(SYSTEM).orElseThrow().cells().stream()
        .filter(one -> one.item().equals(item) && one.object().equals(object))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whereNothingIsKnownThereIsNoEvidence() {
    look();

    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.NO_EVIDENCE);
    assertThat(cell(DOCUMENT_ITEM, SYSTEM).result()).isEqualTo(Result.NO_EVIDENCE);
    assertThat(feature.evidence.latest(SYSTEM)).isEmpty();
  }

  @Test
  void whatIsSeenDecidesAndATurnIsKeptWithItsReason() {
    events.knows(HOST, GOOD);
    look();
    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.MET);

    clock.advance(Duration.ofHours(1));
    events.knows(HOST, SILENT);
    look();

    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.NOT_MET);
    assertThat(feature.turns.turns(SYSTEM, AUDIT_ITEM, 10))
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.from()).isEqualTo(Result.MET);
              assertThat(turn.to()).isEqualTo(Result.NOT_MET);
              assertThat(turn.at()).isEqualTo(clock.instant());
              assertThat(turn.evidence()).isEqualTo(cell(AUDIT_ITEM, HOST).evidence());
            });
  }

  @Test
  void collectorsCompleteOneAnotherAndTheFirstWordCounts() {
    events.knows(HOST, Map.of("reporting", true));
    posture.knows(HOST, Map.of("enabled", true, "reporting", false, "uncovered_users", List.of()));
    look();

    Evidence merged = feature.evidence.latest(SYSTEM).get(0);
    assertThat(merged.collector()).isEqualTo("zhidun-service/events+posture");
    assertThat(merged.values()).containsEntry("reporting", true).containsEntry("enabled", true);
    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.MET);
  }

  @Test
  void staleEvidenceShowsNothing() {
    events.knows(HOST, GOOD);
    look();
    clock.advance(Duration.ofDays(3));
    feature.states.judge(SYSTEM);

    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.NO_EVIDENCE);
  }

  @Test
  void theSameLookIsStoredAgainOnlyWhenAQuarterOfItsTimeIsOver() {
    events.knows(HOST, GOOD);
    assertThat(feature.runs.run(check()).added()).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    assertThat(feature.runs.run(check()).added()).isZero();
    clock.advance(Duration.ofHours(12));
    assertThat(feature.runs.run(check()).added()).isEqualTo(1);
  }

  @Test
  void aCollectorThatFailsOrHangsIsCountedAndTakesNothingAway() {
    events.knows(HOST, GOOD);
    posture.knows(HOST, Map.of("enabled", true));
    look();
    clock.advance(Duration.ofHours(1));

    events.fails(new IOException("the store is away"));
    CheckRuns.Outcome failed = feature.runs.run(check());
    assertThat(failed.errors()).singleElement().asString().contains("review/events: IOException");
    events.fails(null);
    assertThat(feature.runs.run(check()).errors())
        .singleElement()
        .asString()
        .contains("did not answer a moment ago");
    clock.advance(Duration.ofMinutes(1));
    events.takes(Duration.ofMillis(1_500));
    assertThat(feature.runs.run(check()).errors())
        .singleElement()
        .asString()
        .contains("took longer than");
    assertThat(events.rested())
        .as("an interrupt would close the file of an embedded database")
        .succeedsWithin(Duration.ofSeconds(20))
        .isEqualTo(true);

    feature.states.judge(SYSTEM);
    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.MET);
    CheckLine line = feature.runs.line(check());
    assertThat(line.failures()).isEqualTo(3);
    assertThat(line.runs()).isEqualTo(4);
  }

  @Test
  void aValueThatTheCheckDoesNotDocumentIsRefused() {
    events.knows(HOST, Map.of("enabled", "perhaps"));

    assertThat(feature.runs.run(check()).errors())
        .singleElement()
        .asString()
        .contains("enabled = perhaps");
    assertThat(feature.evidence.latest(SYSTEM)).isEmpty();
  }

  private Attestation policy(Instant expires) {
    byte[] document = "<script>".getBytes(StandardCharsets.UTF_8);
    return feature.decisions.attest(
        new Attestation(
            0,
            SYSTEM,
            SYSTEM,
            List.of(DOCUMENT_ITEM),
            "总体方针",
            "张三",
            LocalDate.parse("2026-02-01"),
            expires,
            Result.MET,
            "policy.pdf",
            document.length,
            "00",
            "",
            "auditor",
            feature.decisions.now(),
            null),
        document);
  }

  @Test
  void aDocumentShowsItsRequirementUntilItExpiresOrIsWithdrawn() {
    Attestation one = policy(NOW.plus(Duration.ofDays(30)));
    assertThat(cell(DOCUMENT_ITEM, SYSTEM).result()).isEqualTo(Result.MET);
    assertThat(cell(DOCUMENT_ITEM, SYSTEM).evidence()).containsExactly(one.evidence());
    assertThat(feature.decisions.document(one.id(), "auditor"))
        .isEqualTo("<script>".getBytes(StandardCharsets.UTF_8));

    clock.advance(Duration.ofDays(31));
    feature.states.judge(SYSTEM);
    assertThat(cell(DOCUMENT_ITEM, SYSTEM).result()).isEqualTo(Result.NO_EVIDENCE);

    Attestation other = policy(clock.instant().plus(Duration.ofDays(30)));
    assertThat(cell(DOCUMENT_ITEM, SYSTEM).result()).isEqualTo(Result.MET);
    Withdrawn withdrawn =
        feature.decisions.withdrawAttestation(other.id(), "superseded", "auditor").withdrawn();
    assertThat(withdrawn).isNotNull();
    assertThat(cell(DOCUMENT_ITEM, SYSTEM).result()).isEqualTo(Result.NO_EVIDENCE);
    assertThatThrownBy(() -> feature.decisions.withdrawAttestation(other.id(), "again", "auditor"))
        .isInstanceOf(ErrorResponseException.class)
        .hasMessageContaining("409");
  }

  @Test
  void anAssessorOverrulesTheRulesOnWhatIsThere() {
    events.knows(HOST, SILENT);
    look();

    feature.decisions.overrule(
        SYSTEM,
        AUDIT_ITEM,
        HOST,
        Result.MET,
        "logs go to a collector of their own",
        LocalDate.parse("2027-01-01"),
        "auditor");
    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.MET);
    assertThat(cell(AUDIT_ITEM, HOST).judge().name()).isEqualTo("auditor");

    long id = feature.decisions.overrulings(SYSTEM).get(0).id();
    feature.decisions.withdrawOverruling(SYSTEM, id, "was wrong", "auditor");
    assertThat(cell(AUDIT_ITEM, HOST).result()).isEqualTo(Result.NOT_MET);
    assertThatThrownBy(
            () ->
                feature.decisions.overrule(
                    SYSTEM,
                    AUDIT_ITEM,
                    "review-database",
                    Result.MET,
                    "nothing is known of it",
                    LocalDate.parse("2027-01-01"),
                    "auditor"))
        .hasMessageContaining("400");
  }

  private Request asked(Kind kind, String item) {
    return feature.decisions.propose(
        new Request(
            0,
            kind,
            SYSTEM,
            item,
            Request.ALL,
            "no software is outsourced here",
            kind == Kind.WAIVER ? "owner" : "",
            kind == Kind.WAIVER ? "watched by hand" : "",
            kind == Kind.WAIVER ? LocalDate.parse("2026-12-31") : null,
            State.PROPOSED,
            "engineer",
            feature.decisions.now(),
            null,
            null,
            null));
  }

  @Test
  void whatDoesNotApplyIsDecidedByASecondPerson() {
    Request one = asked(Kind.EXEMPTION, "L3-8.1.9.5-a");
    assertThatThrownBy(
            () -> feature.decisions.decide(Kind.EXEMPTION, one.id(), true, "", "engineer"))
        .hasMessageContaining("same-person");

    feature.decisions.decide(Kind.EXEMPTION, one.id(), true, "agreed", "operator");
    assertThat(cell("L3-8.1.9.5-a", SYSTEM).result()).isEqualTo(Result.NOT_APPLICABLE);
    assertThatThrownBy(
            () -> feature.decisions.decide(Kind.EXEMPTION, one.id(), false, "", "operator"))
        .hasMessageContaining("409");

    feature.decisions.withdraw(Kind.EXEMPTION, one.id(), "software came", "engineer");
    assertThat(cell("L3-8.1.9.5-a", SYSTEM).result()).isEqualTo(Result.NO_EVIDENCE);
  }

  @Test
  void aWaiverCoversAResultWithoutChangingItAndEnds() {
    events.knows(HOST, SILENT);
    look();
    Request one = asked(Kind.WAIVER, AUDIT_ITEM);
    assertThatThrownBy(() -> feature.decisions.decide(Kind.WAIVER, one.id(), true, "", "owner"))
        .hasMessageContaining("same-person");
    feature.decisions.decide(Kind.WAIVER, one.id(), true, "", "operator");

    Assessment state = feature.states.present(SYSTEM).orElseThrow();
    assertThat(state.items())
        .filteredOn(item -> item.item().equals(AUDIT_ITEM))
        .singleElement()
        .matches(item -> item.waived() && item.result() != Result.MET);

    clock.advance(Duration.ofDays(60));
    assertThat(feature.decisions.request(Kind.WAIVER, one.id()).state()).isEqualTo(State.EXPIRED);
    assertThat(feature.states.judge(SYSTEM).waivers()).isEmpty();
  }

  @Test
  void anAssessmentIsAPictureThatNobodyChangesAndThePlanFollowsIt() {
    events.knows(HOST, SILENT);
    look();
    AssessmentSummary first = feature.assessments.make(SYSTEM, "first", "engineer");
    assertThat(first.id()).isEqualTo("A-2026-0001");
    assertThat(feature.assessments.isIntact(first)).isTrue();
    PlanStep step =
        feature.decisions.steps(SYSTEM).stream()
            .filter(one -> one.item().equals(AUDIT_ITEM))
            .findFirst()
            .orElseThrow();
    feature.decisions.done(step.number(), "restarted", "operator");

    clock.advance(Duration.ofHours(1));
    for (String object : List.of(HOST, "review-database", "review-application")) {
      events.knows(object, GOOD);
    }
    look();
    AssessmentSummary second = feature.assessments.make(SYSTEM, "second", "engineer");

    assertThat(second.id()).isEqualTo("A-2026-0002");
    assertThat(feature.assessments.summary(first.id()).sm3()).isEqualTo(first.sm3());
    assertThat(feature.assessments.require(first.id()).madeAt()).isEqualTo(NOW);
    assertThat(feature.repository.step(step.number()).orElseThrow().state())
        .isEqualTo(PlanStep.VERIFIED);
    assertThat(feature.repository.step(step.number()).orElseThrow().verifiedIn())
        .isEqualTo(second.id());

    feature.assessments.sign(second.id(), Assessments.ASSESSOR, "王五", "auditor");
    assertThatThrownBy(
            () -> feature.assessments.sign(second.id(), Assessments.APPROVER, "王五", "auditor"))
        .hasMessageContaining("same-person");
    assertThatThrownBy(
            () -> feature.assessments.sign(second.id(), Assessments.APPROVER, "赵六", "engineer"))
        .hasMessageContaining("same-person");
    assertThat(
            feature
                .assessments
                .sign(second.id(), Assessments.APPROVER, "赵六", "auditor-2")
                .signatures())
        .hasSize(2);
  }

  @Test
  void theStateSurvivesARestart() {
    events.knows(HOST, GOOD);
    look();
    ComplianceStack again = new ComplianceStack(source, List.of(events, posture), clock);

    assertThat(again.states.present(SYSTEM).orElseThrow().cells())
        .isEqualTo(feature.states.present(SYSTEM).orElseThrow().cells());
    again.runs.stop();
  }

  @Test
  void theCalendarTellsWhatIsDue() {
    assertThat(feature.calendar.of(feature.inventory.requireSystem(SYSTEM)))
        .extracting(duty -> duty.kind() + " " + duty.due() + " " + duty.state())
        .containsExactly("yearly-assessment 2027-03-10 ok", "filing-validity 2027-05-31 ok");

    clock.advance(Duration.ofDays(120));
    policy(clock.instant().plus(Duration.ofDays(10)));
    assertThat(feature.calendar.of(feature.inventory.requireSystem(SYSTEM)))
        .extracting(duty -> duty.kind() + " " + duty.state())
        .containsExactly("yearly-assessment overdue", "attestation soon", "filing-validity soon");
  }
}
