package io.zhidun.service.compliance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.StateRepository.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The present state of systems as the interface shows it. */
@Service
class SystemViews {
  private static final int MOST_TURNS = 200;

  private final StateBook states;
  private final StateRepository turns;
  private final AssessmentRepository assessments;
  private final Decisions decisions;
  private final Inventory inventory;
  private final Calendar calendar;
  private final Checks checks;
  private final CheckRuns runs;
  private final Clock clock;

  SystemViews(
      StateBook states,
      StateRepository turns,
      AssessmentRepository assessments,
      Decisions decisions,
      Inventory inventory,
      Calendar calendar,
      Checks checks,
      CheckRuns runs,
      Clock clock) {
    this.states = states;
    this.turns = turns;
    this.assessments = assessments;
    this.decisions = decisions;
    this.inventory = inventory;
    this.calendar = calendar;
    this.checks = checks;
    this.runs = runs;
    this.clock = clock;
  }

  /** How many duties are overdue or soon due. */
  record Due(long overdue, long soon) {}

  /** The newest assessment. */
  record Last(String id, Instant madeAt) {}

  /**
   * A system and what its matrix comes to.
   *
   * @param judgedAt null where nothing was judged yet; what follows from it is then null as well
   */
  record Overview(
      String id,
      String name,
      int level,
      String notation,
      int assets,
      @Nullable Instant judgedAt,
      @Nullable String rules,
      @Nullable Map<String, Integer> items,
      @Nullable Double coverage,
      Matrix.@Nullable Freshness freshness,
      @Nullable Long decidedLive,
      @Nullable ConclusionView conclusion,
      Due duties,
      @Nullable Last lastAssessment) {}

  Overview overview(InventorySystem one) {
    return overview(one, states.present(one.id()).orElse(null));
  }

  private Overview overview(InventorySystem one, @Nullable Assessment state) {
    Matrix matrix = state == null ? null : new Matrix(state, clock.instant());
    List<Duty> duties = calendar.of(one);
    List<AssessmentSummary> made = assessments.of(one.id());
    return new Overview(
        one.id(),
        one.name(),
        one.level(),
        one.notation(),
        inventory.assetsOf(one.id()).size(),
        state == null ? null : state.madeAt(),
        state == null ? null : state.rules(),
        state == null ? null : Results.named(state.conclusion().items()),
        state == null ? null : state.conclusion().covered(),
        matrix == null ? null : matrix.freshness(),
        matrix == null ? null : matrix.decidedLive(),
        state == null ? null : ConclusionView.of(state.conclusion()),
        new Due(
            duties.stream().filter(duty -> duty.state().equals("overdue")).count(),
            duties.stream().filter(duty -> duty.state().equals("soon")).count()),
        made.isEmpty() ? null : new Last(made.get(0).id(), made.get(0).madeAt()));
  }

  /** A system with its findings, by category. */
  record Detail(
      @JsonUnwrapped Overview overview,
      List<FindingView> findings,
      List<Matrix.Category> categories) {}

  Detail detail(InventorySystem one) {
    Optional<Assessment> state = states.present(one.id());
    return new Detail(
        overview(one, state.orElse(null)),
        state
            .map(Assessment::findings)
            .map(findings -> findings.stream().map(FindingView::of).toList())
            .orElse(List.of()),
        state.map(each -> new Matrix(each, clock.instant()).categories()).orElse(List.of()));
  }

  /** Of a system that was never judged, judges it first: the matrix is then its requirements. */
  Matrix.Part matrix(InventorySystem one, MatrixFilter filter) {
    Matrix matrix = new Matrix(state(one), clock.instant());
    return filter.page(matrix.columns(), matrix.rows(filter));
  }

  private Assessment state(InventorySystem one) {
    return states.present(one.id()).orElseGet(() -> states.judge(one.id()));
  }

  /** Evidence in short. */
  record Cited(
      String id,
      String check,
      String collector,
      Instant collectedAt,
      Instant expiresAt,
      boolean fresh) {
    static Cited of(Evidence one, Instant now) {
      return new Cited(
          one.id(),
          one.check(),
          one.collector(),
          one.collectedAt(),
          one.expiresAt(),
          one.isFresh(now));
    }
  }

  /** Who decided, as JSON has it. */
  record JudgeView(String kind, String name, String version) {
    static JudgeView of(Judge one) {
      return new JudgeView(one.kind().name().toLowerCase(Locale.ROOT), one.name(), one.version());
    }
  }

  /** A requirement on one object, with all that was said of it. */
  record CellView(
      String object,
      String objectName,
      String result,
      Texts reason,
      JudgeView judge,
      Instant judgedAt,
      boolean stale,
      List<Cited> evidence,
      List<AttestationView> attestations,
      @Nullable OverrulingView overruling,
      @Nullable Request exemption) {}

  /** A result that turned, as JSON has it. */
  record TurnView(
      Instant at,
      String object,
      String from,
      String to,
      Texts reason,
      JudgeView judge,
      List<String> evidence) {
    static TurnView of(Turn one) {
      return new TurnView(
          one.at(),
          one.object(),
          one.from().wire(),
          one.to().wire(),
          one.reason(),
          JudgeView.of(one.judge()),
          one.evidence());
    }
  }

  /** A check in short. */
  record CheckView(
      String code,
      Texts title,
      Duration interval,
      boolean answered,
      @Nullable Instant lastRun,
      @Nullable String lastError) {}

  /** A requirement with everything that is known of it. */
  record ItemDetail(
      ItemView item,
      String result,
      boolean waived,
      List<CellView> cells,
      List<CheckView> checks,
      List<Request> waivers,
      List<PlanView> rectifications,
      List<TurnView> history) {}

  ItemDetail item(InventorySystem one, String item) {
    Requirement requirement = decisions.requirement(one.id(), item);
    Instant now = clock.instant();
    LocalDate today = Days.of(now);
    Matrix matrix = new Matrix(state(one), now);
    List<Check> serving = checks.of(requirement.key());
    ItemResult result = matrix.result(item);
    List<Attestation> attested =
        decisions.attestations(one.id()).stream()
            .filter(each -> each.items().contains(item))
            .toList();
    List<Overruling> overruled =
        decisions.overrulings(one.id()).stream()
            .filter(each -> each.item().equals(item) && each.withdrawn() == null)
            .toList();
    List<Request> exempted =
        decisions.requests(Kind.EXEMPTION, one.id()).stream()
            .filter(each -> each.item().equals(item))
            .toList();
    return new ItemDetail(
        ItemView.of(requirement.item(), serving),
        (result == null ? Result.NOT_ASSESSED : result.result()).wire(),
        result != null && result.waived(),
        matrix.cells(item).stream()
            .map(cell -> cell(cell, matrix, attested, overruled, exempted, now))
            .toList(),
        serving.stream().map(this::check).toList(),
        decisions.requests(Kind.WAIVER, one.id()).stream()
            .filter(each -> each.item().equals(item))
            .toList(),
        decisions.steps(one.id()).stream()
            .filter(each -> each.item().equals(item))
            .map(each -> PlanView.of(each, today))
            .toList(),
        turns.turns(one.id(), item, MOST_TURNS).stream().map(TurnView::of).toList());
  }

  private CheckView check(Check one) {
    CheckLine line = runs.line(one);
    return new CheckView(
        one.code(), one.name(), line.interval(), line.answered(), line.lastRun(), line.lastError());
  }

  private static CellView cell(
      Cell cell,
      Matrix matrix,
      List<Attestation> attested,
      List<Overruling> overruled,
      List<Request> exempted,
      Instant now) {
    return new CellView(
        cell.object(),
        matrix.nameOf(cell.object()),
        cell.result().wire(),
        cell.reason(),
        JudgeView.of(cell.judge()),
        cell.judgedAt(),
        matrix.isStale(cell),
        cell.evidence().stream()
            .map(matrix::evidence)
            .filter(Objects::nonNull)
            .map(one -> Cited.of(one, now))
            .toList(),
        attested.stream()
            .filter(one -> one.object().equals(cell.object()))
            .map(AttestationView::of)
            .toList(),
        overruled.stream()
            .filter(one -> one.object().equals(cell.object()))
            .findFirst()
            .map(OverrulingView::of)
            .orElse(null),
        exempted.stream()
            .filter(one -> one.object().equals(cell.object()) || one.object().equals(Request.ALL))
            .findFirst()
            .orElse(null));
  }
}
