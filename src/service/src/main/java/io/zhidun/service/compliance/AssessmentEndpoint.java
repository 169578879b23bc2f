package io.zhidun.service.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Rectification;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.rules.compliance.record.Waiver;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assessments: made, read, compared, signed, printed. */
@RestController
@RequestMapping("/api/v1/compliance")
class AssessmentEndpoint {
  private final Assessments assessments;
  private final ReportFiles reports;
  private final ProtectionTrail trail;

  AssessmentEndpoint(Assessments assessments, ReportFiles reports, ProtectionTrail trail) {
    this.assessments = assessments;
    this.reports = reports;
    this.trail = trail;
  }

  record Making(@Nullable String note) {}

  @PostMapping("/systems/{id}/assessments")
  ResponseEntity<AssessmentSummary> make(
      @PathVariable String id, @RequestBody Making making, Principal who) {
    Words words = new Words();
    String note = words.text("note", making.note(), 0, Words.LONGEST_REASON);
    words.check();
    AssessmentSummary made = assessments.make(id, note, who.getName());
    return ResponseEntity.created(URI.create("/api/v1/compliance/assessments/" + made.id()))
        .body(made);
  }

  @GetMapping("/systems/{id}/assessments")
  Page<AssessmentSummary> list(@PathVariable String id) {
    List<AssessmentSummary> all = assessments.of(id);
    return new Page<>(all, null, all.size());
  }

  /** A requirement's result as JSON has it. */
  record Row(String item, String result, Map<String, Integer> objects, boolean waived) {
    static Row of(ItemResult one) {
      return new Row(one.item(), one.result().wire(), Results.named(one.objects()), one.waived());
    }
  }

  /** All of an assessment but its matrix. */
  record Detail(
      @JsonUnwrapped AssessmentSummary summary,
      List<ItemView> requirements,
      List<Row> itemResults,
      List<FindingView> findings,
      List<Waiver> waivers,
      List<Rectification> rectifications,
      List<Matrix.Category> categories,
      boolean intact) {}

  @GetMapping("/assessments/{id}")
  Detail one(@PathVariable String id, Principal who) {
    AssessmentSummary summary = assessments.summary(id);
    Assessment one = assessments.require(id);
    trail.add(who.getName(), "compliance.assessment-viewed", id, Map.of());
    return new Detail(
        summary,
        one.requirements().stream().map(each -> ItemView.of(each, List.of())).toList(),
        one.items().stream().map(Row::of).toList(),
        one.findings().stream().map(FindingView::of).toList(),
        one.waivers(),
        one.rectifications(),
        new Matrix(one, one.madeAt()).categories(),
        assessments.isIntact(summary));
  }

  @GetMapping("/assessments/{id}/matrix")
  Matrix.Part matrix(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    MatrixFilter filter = MatrixFilter.read(query);
    Assessment one = assessments.require(id);
    Matrix matrix = new Matrix(one, one.madeAt());
    return filter.page(matrix.columns(), matrix.rows(filter));
  }

  /**
   * @param turn better, worse, other, added or removed
   */
  record Change(
      String item, Texts gloss, @Nullable String from, @Nullable String to, String turn) {}

  /** Findings that went, came and stayed. */
  record FindingChange(
      List<FindingView> gone,
      @JsonProperty("new") List<FindingView> fresh,
      List<FindingView> stay) {}

  /** What differs between two assessments. */
  record Comparison(
      AssessmentSummary from,
      AssessmentSummary to,
      long better,
      long worse,
      long same,
      long added,
      long removed,
      List<Change> items,
      FindingChange findings) {}

  @GetMapping("/assessments/compare")
  Comparison compare(
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
    AssessmentSummary first = assessments.summary(from);
    AssessmentSummary second = assessments.summary(to);
    if (!first.system().equals(second.system())) {
      throw Problems.invalid("to", to, "must be an assessment of system " + first.system());
    }
    Assessment before = assessments.require(from);
    Assessment after = assessments.require(to);
    List<Change> changes = changes(before, after);
    return new Comparison(
        first,
        second,
        count(changes, "better"),
        count(changes, "worse"),
        after.items().size() - changes.stream().filter(c -> !c.turn().equals("removed")).count(),
        count(changes, "added"),
        count(changes, "removed"),
        changes,
        findings(before, after));
  }

  private static long count(List<Change> changes, String turn) {
    return changes.stream().filter(one -> one.turn().equals(turn)).count();
  }

  private static List<Change> changes(Assessment before, Assessment after) {
    Map<String, Result> was = new HashMap<>();
    before.items().forEach(one -> was.put(one.item(), one.result()));
    Map<String, Texts> glosses = new HashMap<>();
    before.requirements().forEach(one -> glosses.put(one.id(), one.gloss()));
    after.requirements().forEach(one -> glosses.put(one.id(), one.gloss()));
    List<Change> changes = new ArrayList<>();
    for (ItemResult one : after.items()) {
      Result old = was.remove(one.item());
      if (old != one.result()) {
        changes.add(
            new Change(
                one.item(),
                gloss(glosses, one.item()),
                old == null ? null : old.wire(),
                one.result().wire(),
                old == null ? "added" : turn(old, one.result())));
      }
    }
    for (Item one : before.requirements()) {
      Result old = was.get(one.id());
      if (old != null) {
        changes.add(new Change(one.id(), gloss(glosses, one.id()), old.wire(), null, "removed"));
      }
    }
    return changes;
  }

  private static Texts gloss(Map<String, Texts> glosses, String item) {
    return glosses.getOrDefault(item, new Texts(item, item));
  }

  private static String turn(Result from, Result to) {
    if (!Results.isVerdict(from) || !Results.isVerdict(to)) {
      return "other";
    }
    return to.ordinal() < from.ordinal() ? "better" : "worse";
  }

  private static FindingChange findings(Assessment before, Assessment after) {
    Map<String, FindingView> was = open(before);
    Map<String, FindingView> now = open(after);
    return new FindingChange(
        was.values().stream().filter(one -> !now.containsKey(one.code())).toList(),
        now.values().stream().filter(one -> !was.containsKey(one.code())).toList(),
        now.values().stream().filter(one -> was.containsKey(one.code())).toList());
  }

  private static Map<String, FindingView> open(Assessment one) {
    Map<String, FindingView> open = new LinkedHashMap<>();
    one.findings().stream()
        .filter(finding -> !finding.rectified())
        .map(FindingView::of)
        .forEach(finding -> open.put(finding.code(), finding));
    return open;
  }

  record Signing(@Nullable String part, @Nullable String name) {}

  @PostMapping("/assessments/{id}/signatures")
  AssessmentSummary sign(@PathVariable String id, @RequestBody Signing signing, Principal who) {
    Words words = new Words();
    String part = signing.part() == null ? "" : signing.part();
    if (!part.equals(Assessments.ASSESSOR) && !part.equals(Assessments.APPROVER)) {
      words.fault("part", part, "must be assessor or approver");
    }
    String name = words.text("name", signing.name(), 2, 64);
    words.check();
    return assessments.sign(id, part, name, who.getName());
  }

  @GetMapping("/assessments/{id}/report")
  ResponseEntity<byte[]> report(
      @PathVariable String id, @RequestParam(defaultValue = "") String form, Principal who)
      throws IOException {
    AssessmentSummary summary = assessments.summary(id);
    if (!ReportFiles.FORMS.contains(form)) {
      throw Problems.invalid("form", form, "must be docx, pdf, json, csv, oscal or pack");
    }
    // Noted before it is written: an export that failed is in the trail, none that is not was sent.
    trail.add(
        who.getName(),
        "compliance.report-exported",
        id,
        Map.of("form", form, "sm3", summary.sm3()));
    ReportFiles.Printed printed = reports.print(assessments.require(id), summary, form);
    return Downloads.of(
        printed.bytes(), summary.system() + "-" + id + "." + printed.ending(), printed.mediaType());
  }
}
