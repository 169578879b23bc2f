package io.zhidun.rules.compliance.assess;

import static io.zhidun.rules.compliance.assess.Office.cell;
import static io.zhidun.rules.compliance.assess.Office.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.catalogue.Scope;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Rectification;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Waiver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssessorTest {
  private static final String RETENTION = "L3-8.1.4.3-c";
  private static final String BACKUP = "L3-8.1.4.9-a";

  @Test
  void aSystemWithoutEvidenceIsNowhereGreen() {
    Assessment nothing = Office.levelThree().assess();
    assertThat(nothing.items()).hasSize(211).allMatch(one -> one.result() == Result.NO_EVIDENCE);
    assertThat(nothing.conclusion().score()).isZero();
    assertThat(nothing.conclusion().covered()).isZero();
    assertThat(nothing.conclusion().value().zh()).isEqualTo("不符合");
    assertThat(cell(nothing, "L3-8.1.6.1-a", "office").reason().zh()).startsWith("待提交签署的文件");
  }

  @Test
  void whatIsWatchedAndSignedIsMetAtEachLevel() {
    for (int level = 2; level <= 4; level++) {
      Assessment all = new Office(level, Set.of()).watched().signed().assess();
      assertThat(all.items())
          .filteredOn(one -> one.result() != Result.MET)
          .as("level " + level)
          .isEmpty();
      assertThat(all.findings()).isEmpty();
      assertThat(all.conclusion().value().zh()).isEqualTo("符合");
      assertThat(all.conclusion().doubts()).isEmpty();
    }
  }

  @Test
  void telemetryAloneDecidesTheAutomaticRequirementsOnly() {
    Assessment watched = Office.levelThree().watched().assess();
    Map<Result, Integer> counts = watched.conclusion().items();
    assertThat(counts)
        .containsEntry(Result.MET, 68)
        .containsEntry(Result.NOT_ASSESSED, 68)
        .containsEntry(Result.NO_EVIDENCE, 75);
  }

  @Test
  void someObjectsFailingMakesItPartlyMet() {
    Office office = Office.levelThree().watched();
    office.look("log-retention", "host-1", Map.of("oldest_record_days", 20));
    Assessment one = office.assess();
    assertThat(cell(one, RETENTION, "host-1").result()).isEqualTo(Result.NOT_MET);
    assertThat(cell(one, RETENTION, "host-2").result()).isEqualTo(Result.MET);
    assertThat(item(one, RETENTION).result()).isEqualTo(Result.PARTLY_MET);
    assertThat(item(one, RETENTION).objects()).containsEntry(Result.NOT_MET, 1);
    for (String object : List.of("host-2", "db-1", "switch-1", "wall-1", "app-1")) {
      office.look("log-retention", object, Map.of("oldest_record_days", 20));
    }
    assertThat(item(office.assess(), RETENTION).result()).isEqualTo(Result.NOT_MET);
  }

  @Test
  void staleEvidenceTurnsToNoEvidence() {
    Office office = Office.levelThree().watched();
    office.now = Office.NOW.plus(Duration.ofDays(8));
    Cell stale = cell(office.assess(), RETENTION, "host-1");
    assertThat(stale.result()).isEqualTo(Result.NO_EVIDENCE);
    assertThat(stale.reason().zh()).contains("证据已过期");
    assertThat(stale.evidence()).isNotEmpty();
  }

  @Test
  void evidenceCannotBeGivenALongerLifeThanItsCheckSays() {
    Office office = Office.levelThree();
    office.look("log-retention", "host-1", Map.of(), Office.NOW.minus(Duration.ofDays(9)));
    Evidence old = office.evidence.remove(0);
    office.evidence.add(
        new Evidence(
            old.id(),
            old.check(),
            old.collector(),
            old.system(),
            old.object(),
            old.collectedAt(),
            old.from(),
            old.to(),
            old.query(),
            old.values(),
            Office.NOW.plusSeconds(9),
            old.sm3()));
    assertThat(cell(office.assess(), RETENTION, "host-1").result()).isEqualTo(Result.NO_EVIDENCE);
  }

  @Test
  void alteredEvidenceIsNotUsedAndTold() {
    Office office = Office.levelThree();
    office.look("log-retention", "host-1", Map.of("oldest_record_days", 20));
    Evidence bad = office.evidence.remove(0);
    office.evidence.add(
        new Evidence(
            bad.id(),
            bad.check(),
            bad.collector(),
            bad.system(),
            bad.object(),
            bad.collectedAt(),
            bad.from(),
            bad.to(),
            bad.query(),
            Map.of("oldest_record_days", 400),
            bad.expiresAt(),
            bad.sm3()));
    Assessment told = office.assess();
    assertThat(cell(told, RETENTION, "host-1").result()).isEqualTo(Result.NO_EVIDENCE);
    assertThat(told.conclusion().doubts()).anyMatch(doubt -> doubt.zh().contains("哈希不符"));
  }

  @Test
  void backupsTurnToMetByADrillAndBackWhenItIsOverdue() {
    Office office = Office.levelThree().watched();
    office.look("restore-drill", "db-1", Map.of("drills", 0, "drill_passed", false));
    assertThat(cell(office.assess(), BACKUP, "db-1").result()).isEqualTo(Result.NOT_MET);
    office.look("restore-drill", "db-1", Map.of("drill_age_days", 0));
    assertThat(cell(office.assess(), BACKUP, "db-1").result()).isEqualTo(Result.MET);
    assertThat(cell(office.assess(), "L3-8.1.4.9-b", "db-1").result()).isEqualTo(Result.MET);
    office.look("restore-drill", "db-1", Map.of("drill_age_days", 32));
    Assessment overdue = office.assess();
    assertThat(cell(overdue, BACKUP, "db-1").result()).isEqualTo(Result.NOT_MET);
    assertThat(cell(overdue, "L3-8.1.4.9-b", "db-1").result()).isEqualTo(Result.NOT_MET);
    assertThat(cell(overdue, BACKUP, "db-1").reason().zh()).isEqualTo("最近演练距今 32 天，要求不超过 31 天");
  }

  @Test
  void aLookAtTheSystemStandsForObjectsNotLookedAt() {
    Office office = Office.levelThree();
    office.look("log-retention", "review", Map.of());
    office.look("log-retention", "host-1", Map.of("oldest_record_days", 1));
    Assessment assessed = office.assess();
    assertThat(cell(assessed, RETENTION, "host-1").result()).isEqualTo(Result.NOT_MET);
    assertThat(cell(assessed, RETENTION, "host-2").result()).isEqualTo(Result.MET);
  }

  @Test
  void personsOverruleWithEvidenceAndTheRulesWordStaysSeen() {
    Office office = Office.levelThree().watched();
    office.look("account-policy", "host-1", Map.of("weak_passwords", List.of("demo")));
    String file = office.file("recheck.pdf").id();
    assertThat(office.assess().findings()).extracting(Finding::code).contains("A-18");
    office.decide(
        PersonDecision.Kind.OVERRULING, "L3-8.1.4.1-a", "host-1", Result.MET, List.of(file));
    Assessment overruled = office.assess();
    Cell cell = cell(overruled, "L3-8.1.4.1-a", "host-1");
    assertThat(cell.result()).isEqualTo(Result.MET);
    assertThat(cell.judge()).isEqualTo(new Judge(Judge.Kind.PERSON, "li.na", ""));
    assertThat(cell.reason().zh()).isEqualTo("li.na 改判：现场核查（规则判定为不符合）");
    assertThat(overruled.findings()).extracting(Finding::code).doesNotContain("A-18");
  }

  @Test
  void aPersonCannotMakeStaleEvidenceGreen() {
    Office office = Office.levelThree();
    office.decide(PersonDecision.Kind.ASSESSMENT, "L3-8.1.4.1-d", "*", Result.MET, List.of());
    assertThat(cell(office.assess(), "L3-8.1.4.1-d", "host-1").result())
        .isEqualTo(Result.NO_EVIDENCE);
    office.look("second-factor", "host-1", Map.of());
    assertThat(cell(office.assess(), "L3-8.1.4.1-d", "host-1").result()).isEqualTo(Result.MET);
    office.decide(
        PersonDecision.Kind.ATTESTATION, "L3-8.1.6.1-a", "*", Result.MET, List.of("ev-nowhere"));
    assertThat(cell(office.assess(), "L3-8.1.6.1-a", "office").reason().zh())
        .startsWith("所依据的证据缺失或已过期");
  }

  @Test
  void anAttestationThatRanOutShowsNothing() {
    Office office = Office.levelThree().watched().signed();
    office.now = Office.NOW.plus(Duration.ofDays(181));
    Cell cell = cell(office.assess(), "L3-8.1.6.1-a", "office");
    assertThat(cell.result()).isEqualTo(Result.NO_EVIDENCE);
    assertThat(cell.reason().zh()).contains("过期");
  }

  @Test
  void theLaterWordReplacesTheEarlierEvenAfterItRanOut() {
    Office office = Office.levelThree().watched();
    office.decisions.add(said("d-1", "*", Result.MET, 0, 900));
    assertThat(secondFactor(office)).isEqualTo(Result.MET);
    office.decisions.add(said("d-2", "*", Result.NOT_MET, 10, 100));
    office.now = Office.NOW.plusSeconds(10);
    assertThat(secondFactor(office)).isEqualTo(Result.NOT_MET);
    office.now = Office.NOW.plusSeconds(100);
    assertThat(secondFactor(office)).isEqualTo(Result.NOT_ASSESSED);
    office.decisions.add(said("d-3", "host-1", Result.PARTLY_MET, 50, 900));
    assertThat(secondFactor(office)).isEqualTo(Result.PARTLY_MET);
  }

  private static Result secondFactor(Office office) {
    return cell(office.assess(), "L3-8.1.4.1-d", "host-1").result();
  }

  private static PersonDecision said(
      String id, String object, Result result, int fromSeconds, int untilSeconds) {
    return new PersonDecision(
        id,
        PersonDecision.Kind.ASSESSMENT,
        "L3-8.1.4.1-d",
        object,
        result,
        "li.na",
        "",
        "现场核查",
        List.of(),
        Office.NOW.plusSeconds(fromSeconds),
        Office.NOW.plusSeconds(untilSeconds));
  }

  @Test
  void notApplicableLeavesTheRateAndNeedsAnotherApprover() {
    Office office = Office.levelThree().watched().signed();
    office.decide(
        PersonDecision.Kind.INAPPLICABILITY, "L3-8.1.3.4-b", "*", Result.NOT_APPLICABLE, List.of());
    Assessment assessed = office.assess();
    assertThat(item(assessed, "L3-8.1.3.4-b").result()).isEqualTo(Result.NOT_APPLICABLE);
    assertThat(assessed.conclusion().score()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                new PersonDecision(
                    "d",
                    PersonDecision.Kind.INAPPLICABILITY,
                    "i",
                    "*",
                    Result.NOT_APPLICABLE,
                    "li.na",
                    "li.na",
                    "没有邮件",
                    List.of(),
                    Office.NOW,
                    Office.NOW.plusSeconds(1)))
        .hasMessageContaining("approver who is not the signer");
  }

  @Test
  void refusesDecisionsThatDoNotGoWithTheRequirement() {
    Office office = Office.levelThree();
    office.decide(PersonDecision.Kind.ASSESSMENT, RETENTION, "*", Result.MET, List.of());
    office.decide(PersonDecision.Kind.ASSESSMENT, "L3-0", "*", Result.MET, List.of());
    assertThatThrownBy(office::assess)
        .hasMessageContaining("ASSESSMENT does not go with L3-8.1.4.3-c")
        .hasMessageContaining("no item L3-0");
  }

  @Test
  void aWaiverCoversButDoesNotMend() {
    Office office = Office.levelThree().watched();
    office.look("log-retention", "host-1", Map.of("oldest_record_days", 20));
    office.waivers.add(
        new Waiver(
            "w-1",
            RETENTION,
            "host-1",
            "zhang.wei",
            "wang.fang",
            "设备年底更换",
            "每日导出",
            Office.NOW.plusSeconds(60)));
    assertThat(item(office.assess(), RETENTION).waived()).isTrue();
    assertThat(item(office.assess(), RETENTION).result()).isEqualTo(Result.PARTLY_MET);
    office.now = Office.NOW.plusSeconds(61);
    assertThat(item(office.assess(), RETENTION).waived()).isFalse();
  }

  @Test
  void risksAreCountedBeforeRectification() {
    Office office = Office.levelThree().watched().signed();
    office.look("vulnerabilities", "host-1", Map.of("exploitable_high", List.of("CVE-2026-1")));
    office.look("backup-job", "db-1", Map.of("local_copies", 0));
    Assessment before = office.assess();
    assertThat(before.findings()).extracting(Finding::code).startsWith("A-22", "A-26");
    assertThat(before.conclusion().value().zh()).isEqualTo("基本符合");
    assertThat(before.conclusion().doubts()).anyMatch(doubt -> doubt.zh().contains("2 个重大风险隐患未整改"));
    office.look("vulnerabilities", "host-1", Map.of());
    office.previous = before;
    Assessment after = office.assess();
    assertThat(after.conclusion().majorRisks()).isEqualTo(2);
    assertThat(after.conclusion().majorRisksRectified()).isEqualTo(1);
    assertThat(after.findings())
        .filteredOn(finding -> finding.code().equals("A-22"))
        .allMatch(Finding::rectified);
    AssessmentChanges changes = AssessmentChanges.between(before, after);
    assertThat(changes.mendedFindings()).containsExactlyInAnyOrder("A-22", "6.4.3.2");
    assertThat(changes.newFindings()).isEmpty();
    assertThat(changes.cells())
        .extracting(turn -> turn.item() + " " + turn.object() + " " + turn.after().wire())
        .contains("L3-8.1.4.4-e host-1 met");
  }

  @Test
  void aRiskWithoutNewEvidenceIsNotRectified() {
    Office office = Office.levelThree();
    office.look("vulnerabilities", "host-1", Map.of("exploitable_high", List.of("CVE-2026-1")));
    Assessment before = office.assess();
    office.evidence.clear();
    office.previous = before;
    assertThat(office.assess().conclusion().majorRisksRectified()).isZero();
    assertThat(office.assess().conclusion().majorRisks()).isEqualTo(1);
  }

  @Test
  void personsReportRisksThatNoTelemetryShows() {
    Office office = Office.levelThree();
    office.reported.add(
        new ReportedRisk(
            "A-28",
            List.of("app-1"),
            "渗透测试取得后台权限",
            "li.na",
            Office.NOW,
            Office.NOW.plusSeconds(90)));
    Finding finding = office.assess().findings().get(0);
    assertThat(finding.name().zh()).isEqualTo("获取被测系统权限");
    assertThat(finding.rectified()).isFalse();
    office.now = Office.NOW.plusSeconds(90);
    assertThat(office.assess().findings().get(0).rectified()).isTrue();
  }

  @Test
  void thePlanMendsWhatFailsAndIsVerifiedByALaterAssessment() {
    Office office = Office.levelThree().watched();
    office.look("log-retention", "host-1", Map.of("oldest_record_days", 20));
    office.look("backup-job", "db-1", Map.of("local_copies", 0));
    Assessment before = office.assess();
    Rectification retention = step(before, RETENTION);
    assertThat(retention.owner()).isEqualTo("zhang.wei");
    assertThat(retention.object()).isEqualTo("host-1");
    assertThat(retention.due()).isEqualTo("2027-02-25");
    assertThat(step(before, BACKUP).due()).isEqualTo("2026-12-27");
    office.look("log-retention", "host-1", Map.of());
    office.previous = before;
    Assessment after = office.assess();
    assertThat(step(after, RETENTION).state()).isEqualTo("verified");
    assertThat(step(after, BACKUP)).isEqualTo(step(before, BACKUP));
  }

  @Test
  void theSameInputsInAnyOrderGiveTheSameBytes() {
    Office office = Office.levelThree().watched().signed();
    office.look("log-retention", "host-1", Map.of("oldest_record_days", 20));
    String once = AssessmentJson.sm3(office.assess());
    byte[] stored = AssessmentJson.writeInput(office.input());
    assertThat(AssessmentJson.sm3(Assessor.shipped().assess(AssessmentJson.readInput(stored))))
        .isEqualTo(once);
    List<Evidence> shuffled = new ArrayList<>(office.evidence);
    Collections.shuffle(shuffled, new Random(7));
    office.evidence.clear();
    office.evidence.addAll(shuffled);
    Collections.shuffle(office.decisions, new Random(7));
    assertThat(AssessmentJson.sm3(office.assess())).isEqualTo(once);
  }

  @Test
  void anAssessmentSurvivesItsJson() {
    Office office = new Office(3, Set.of("cloud", "iot", "ics", "mobile")).watched();
    office.previous = office.assess();
    Assessment assessment = office.assess();
    byte[] json = AssessmentJson.write(assessment);
    assertThat(AssessmentJson.read(json)).isEqualTo(assessment);
    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"result\":\"no-evidence\"", "{\"met\":1}")
        .contains("[\"cloud\",\"ics\",\"iot\",\"mobile\"]");
    assertThat(AssessmentJson.readInput(AssessmentJson.writeInput(office.input())))
        .isEqualTo(office.input());
  }

  @Test
  void progressIsThreeNumbers() {
    Assessment watched = Office.levelThree().watched().assess();
    Progress now = Progress.of(watched, Office.NOW);
    assertThat(now.covered()).isEqualTo(68 / 211.0);
    assertThat(now.met()).isEqualTo(68 / 211.0);
    assertThat(now.fresh()).isEqualTo(1);
    assertThat(Progress.of(watched, Office.NOW.plus(Duration.ofDays(400))).fresh()).isZero();
    assertThat(Progress.of(watched, Office.NOW.plus(Duration.ofDays(3))).fresh())
        .isBetween(0.2, 0.9);
  }

  @Test
  void everyObjectOfARequirementIsLookedAtByItsChecks() {
    for (Requirement one : Catalogue.shipped().of(4, Set.of())) {
      for (Scope scope : one.scopes()) {
        List<Check> checks = Checks.shipped().of(one.key());
        String place = one.id() + " " + scope;
        switch (one.item().evidenceClass()) {
          case AUTOMATIC -> assertThat(checks).as(place).allMatch(check -> looks(check, scope));
          case ASSISTED -> assertThat(checks).as(place).anyMatch(check -> looks(check, scope));
          case DOCUMENT -> {}
        }
      }
    }
  }

  private static boolean looks(Check check, Scope scope) {
    return check.wholeSystem() || scope.kind() != null && check.kinds().contains(scope.kind());
  }

  @Test
  void tellsExtensionsThatTheCatalogueLacks() {
    Assessment four = new Office(4, Set.of("cloud")).assess();
    assertThat(four.items()).hasSize(228);
    assertThat(four.conclusion().doubts())
        .anyMatch(doubt -> doubt.zh().contains("第 4 级的扩展要求 cloud"));
  }

  private static Rectification step(Assessment assessment, String item) {
    return assessment.rectifications().stream()
        .filter(step -> step.item().equals(item))
        .findFirst()
        .orElseThrow();
  }
}
