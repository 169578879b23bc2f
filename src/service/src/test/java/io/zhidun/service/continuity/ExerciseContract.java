package io.zhidun.service.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Json;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.MutableClock;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.compliance.evidence.Target;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.continuity.Exercise.State;
import io.zhidun.service.continuity.ExerciseRepository.Signed;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.SignatureVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.ErrorResponseException;

/** Plans and exercises, on either database. */
abstract class ExerciseContract {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String SYSTEM = "review";

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock(NOW);
  private HikariDataSource source;
  private ContinuityStack stack;

  abstract HikariDataSource database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    source = database();
    stack = new ContinuityStack(source, folder, null, clock);
    TestInventory.fill(stack.inventory, SYSTEM, NOW);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private Exercise start() {
    return stack.exercises.start(SYSTEM, Exercise.SWITCH_OVER, "主机房断电", "engineer");
  }

  private static String problem(ErrorResponseException e) {
    return e.getBody().getType() + "";
  }

  private void refused(String name, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            ErrorResponseException.class, e -> assertThat(problem(e)).endsWith(":" + name));
  }

  @Test
  void everyVersionOfAPlanStays() {
    stack.plan(SYSTEM);
    stack.plan(SYSTEM);

    assertThat(stack.plans.all(SYSTEM)).extracting(PlanVersion::version).containsExactly(2, 1);
    assertThat(stack.plans.require(SYSTEM, 1).plan().steps()).hasSize(2);
    refused(
        "changed-meanwhile",
        () ->
            stack.plans.add(
                SYSTEM,
                ContinuityStack.form(1, List.of(ContinuityStack.step("重启", 1, Check.NONE, true))),
                "engineer"));
  }

  @Test
  void everyFaultOfAPlanIsToldAtOnce() {
    PlanForm form = new PlanForm(0, null, "x", 7, 0, -1, 1, null, null, List.of(), null);
    assertThatThrownBy(form::plan)
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e ->
                assertThat(e.getBody().getDetail())
                    .contains("steps must have 1 to 60 steps")
                    .contains("title must have 2 to 200 characters, was \"x\"")
                    .contains("level must be 1 to 6, was \"7\"")
                    .contains("exerciseEveryDays must be 7 to 731, was \"1\""));
  }

  @Test
  void anExerciseIsMeasuredStepByStepAndSigned() {
    refused("no-plan", this::start);
    stack.plan(SYSTEM);
    Exercise begun = start();
    refused("exercise-runs", this::start);
    refused("exercise-state", () -> stack.exercises.begin(begun.id(), 2, "engineer"));
    stack.exercises.begin(begun.id(), 1, "engineer");
    refused("exercise-state", () -> stack.exercises.begin(begun.id(), 2, "engineer"));
    clock.advance(Duration.ofMinutes(12));
    stack.exercises.end(begun.id(), 1, Outcome.DONE, "", "operator-b");
    refused(
        "exercise-state",
        () -> stack.exercises.complete(begun.id(), "x", Duration.ZERO, List.of(), "engineer"));
    stack.exercises.begin(begun.id(), 2, "engineer");
    clock.advance(Duration.ofMinutes(40));
    stack.exercises.end(begun.id(), 2, Outcome.DONE, "备库已提升", "engineer");
    clock.advance(Duration.ofMinutes(8));
    Exercise ended =
        stack.exercises.complete(begun.id(), "按计划完成", Duration.ofSeconds(3), List.of(), "engineer");

    assertThat(ended.passed()).isTrue();
    assertThat(ended.rto()).isEqualTo(Duration.ofMinutes(52));
    assertThat(ended.rpo()).isEqualTo(Duration.ofSeconds(3));
    assertThat(stack.trail)
        .extracting(AuditEntry::action)
        .containsExactly(
            "continuity.plan-added",
            "continuity.exercise-started",
            "continuity.step-started",
            "continuity.step-ended",
            "continuity.step-started",
            "continuity.step-ended",
            "continuity.exercise-completed");
    Signed signed = stack.repository.signed(ended.id()).orElseThrow();
    ExerciseRecord record = record(ended);
    assertThat(record.faults()).isEmpty();
    assertThat(Objects.requireNonNull(record.reached()).elements())
        .as("the exercise that was just passed counts")
        .filteredOn(element -> element.code().equals("plan"))
        .allSatisfy(element -> assertThat(element.level()).isPositive());
    assertThat(record.steps().get(0).plannedMinutes()).isEqualTo(10);
    assertThat(record.steps().get(0).actualMinutes()).isEqualTo(12.0);
    assertThat(record.steps().get(0).by()).isEqualTo("operator-b");
    assertThat(verdict(signed.record(), signed)).isEqualTo(SignatureVerdict.VALID);
    assertThat(verdict(signed.record().replace("PT52M", "PT12M"), signed))
        .isNotEqualTo(SignatureVerdict.VALID);
    refused("exercise-state", () -> stack.exercises.abort(ended.id(), "late", "engineer"));
  }

  private ExerciseRecord record(Exercise ended) {
    return Json.mapper()
        .readValue(
            stack.repository.signed(ended.id()).orElseThrow().record(), ExerciseRecord.class);
  }

  private SignatureVerdict verdict(String record, Signed signed) {
    return DetachedSignature.parse(signed.signature().getBytes(StandardCharsets.UTF_8))
        .verify(record.getBytes(StandardCharsets.UTF_8), stack.keys.verifier());
  }

  @Test
  void whoeverComesBackGoesOnWhereTheExerciseWas() throws Exception {
    stack.plan(SYSTEM);
    Exercise begun = start();
    stack.exercises.begin(begun.id(), 1, "engineer");
    clock.advance(Duration.ofMinutes(5));

    ContinuityStack later = new ContinuityStack(source, folder, null, clock);
    clock.advance(Duration.ofMinutes(5));
    Exercise there = later.exercises.end(begun.id(), 1, Outcome.DONE, "", "engineer");

    assertThat(there.state()).isEqualTo(State.RUNNING);
    assertThat(Duration.between(there.done().get(0).startedAt(), clock.instant()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void whatFailsIsSlowOrIsNotMeasuredDoesNotPass() {
    stack.plan(SYSTEM);
    Exercise begun = start();
    stack.exercises.begin(begun.id(), 1, "engineer");
    stack.exercises.end(begun.id(), 1, Outcome.FAILED, "存储不可写", "engineer");
    stack.exercises.begin(begun.id(), 2, "engineer");
    clock.advance(Duration.ofMinutes(241));
    stack.exercises.end(begun.id(), 2, Outcome.DONE, "", "engineer");
    Exercise ended =
        stack.exercises.complete(begun.id(), "问题较多", null, List.of("联系人电话已变"), "engineer");

    assertThat(ended.passed()).isFalse();
    assertThat(ended.findings()).containsExactly("联系人电话已变");
    assertThat(record(ended).faults())
        .containsExactly(
            new BilingualText("第 1 步失败：停止主库写入", "step 1 failed: 停止主库写入"),
            new BilingualText(
                "业务恢复用时 4 小时 1 分，目标不超过 4 小时",
                "the service was back after 4 h 1 min, the aim is 4 h"),
            new BilingualText("没有测量丢失的数据", "how much work was lost was not measured"));
  }

  @Test
  void asEvidenceALaterFailureUndoesWhatPassedAndAnAbortedExerciseSaysNothing() throws Exception {
    stack.plan(SYSTEM);
    stack.switchOver(SYSTEM, clock::advance);
    assertThat(seen("failover")).containsEntry("failover_passed", true);
    assertThat(seen("failover")).containsEntry("failover_minutes", 24.0);
    assertThat(seen("dr-site")).containsEntry("switch_passed", true);

    Exercise failed = start();
    for (int step = 1; step <= 2; step++) {
      stack.exercises.begin(failed.id(), step, "engineer");
      stack.exercises.end(failed.id(), step, Outcome.FAILED, "存储不可写", "engineer");
    }
    clock.advance(Duration.ofMinutes(1));
    stack.exercises.complete(failed.id(), "未成功", null, List.of(), "engineer");
    assertThat(seen("failover")).containsExactly(Map.entry("failover_passed", false));
    assertThat(seen("dr-site")).containsExactly(Map.entry("switch_passed", false));

    Exercise aborted = start();
    clock.advance(Duration.ofMinutes(1));
    stack.exercises.abort(aborted.id(), "真实故障发生", "engineer");
    assertThat(seen("failover")).isEmpty();
  }

  /** What exercises show of the database of the system. */
  private Map<String, Object> seen(String check) throws Exception {
    Map<String, Object> values = new HashMap<>();
    stack
        .collector()
        .look(
            new Target(
                check,
                stack.inventory.requireSystem(SYSTEM),
                stack.inventory.assetsOf(SYSTEM),
                Set.of(AssetKind.DATABASE),
                clock.instant()),
            sight -> values.putAll(sight.values()));
    return values;
  }

  @Test
  void anAbortedExerciseProvesNothingAndLeavesTheWayFree() {
    stack.plan(SYSTEM);
    Exercise aborted = stack.exercises.abort(start().id(), "真实故障发生", "engineer");

    assertThat(aborted.state()).isEqualTo(State.ABORTED);
    assertThat(aborted.isProof()).isFalse();
    assertThat(stack.repository.signed(aborted.id())).isPresent();
    assertThat(start().state()).isEqualTo(State.RUNNING);
  }

  /** Nobody says of a check how it came out: without backups nothing can be brought back. */
  @Test
  void thePlatformItselfSaysHowItsChecksCameOut() {
    stack.plans.add(
        SYSTEM,
        ContinuityStack.form(
            0, List.of(ContinuityStack.step("核对可恢复点", 1, Check.RECOVERABLE, true))),
        "engineer");
    Exercise begun = start();
    stack.exercises.begin(begun.id(), 1, "engineer");
    Exercise ended = stack.exercises.end(begun.id(), 1, Outcome.DONE, "我认为可以", "engineer");

    assertThat(ended.done().get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.done().get(0).note()).isEqualTo("我认为可以");
    assertThat(ended.done().get(0).seen())
        .isEqualTo(new BilingualText("来源 0 个，没有备份的 0 个", "sources 0, without a backup 0"));
  }

  @Test
  void anOverdueExerciseIsAnAlertUntilItIsDone() {
    stack.plan(SYSTEM);
    stack.alerts.tell();
    assertThat(alertStates()).isEmpty();

    clock.advance(Duration.ofDays(184));
    stack.alerts.tell();
    assertThat(alertStates()).containsExactly("firing");

    stack.switchOver(SYSTEM, clock::advance);
    stack.alerts.tell();
    assertThat(alertStates()).containsExactly("resolved");
  }

  private List<String> alertStates() {
    return JdbcClient.create(source)
        .sql("select state from alert where rule_name = 'continuity-exercise-overdue'")
        .query(String.class)
        .list();
  }
}
