package io.zhidun.rules.compliance.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComplianceRulesTest {
  private final ComplianceRules rules = ComplianceRules.shipped();

  @Test
  void logsOf184DaysAreMetAndOf180AreNot() {
    assertThat(verdict("1.4.3-c", look("log-retention", retention(184))).result())
        .isEqualTo(Result.MET);
    Verdict short180 = verdict("1.4.3-c", look("log-retention", retention(180)));
    assertThat(short180.result()).isEqualTo(Result.NOT_MET);
    assertThat(short180.reason().zh()).isEqualTo("最早记录距今 180 天，要求不少于 184 天");
    assertThat(short180.reason().en())
        .isEqualTo("age of the oldest record 180 days, at least 184 days");
    assertThat(short180.rule()).isEqualTo("1.4.3-c/log-retention.oldest_record_days");
    assertThat(short180.evidence()).containsExactly("ev-log-retention");
  }

  @Test
  void aPartThatFailsIsPartlyMet() {
    Map<String, Object> values = new HashMap<>(retention(200));
    values.put("forwarded", false);
    Verdict verdict = verdict("1.4.3-c", look("log-retention", values));
    assertThat(verdict.result()).isEqualTo(Result.PARTLY_MET);
    assertThat(verdict.reason().zh()).isEqualTo("已外发 否，要求为 是");
  }

  @Test
  void missingStaleAndIncompleteEvidenceIsNeverMet() {
    assertThat(verdict("1.4.3-c", Look.absent("log-retention", "o")).result())
        .isEqualTo(Result.NO_EVIDENCE);
    Verdict stale =
        verdict("1.4.3-c", new Look("log-retention", "o", Look.State.STALE, "ev-1", Map.of()));
    assertThat(stale.result()).isEqualTo(Result.NO_EVIDENCE);
    assertThat(stale.reason().zh()).contains("证据已过期");
    assertThat(
            verdict("1.4.3-c", look("log-retention", Map.of("oldest_record_days", 400))).result())
        .isEqualTo(Result.NO_EVIDENCE);
    assertThat(verdict("1.4.3-c").result()).isEqualTo(Result.NO_EVIDENCE);
  }

  @Test
  void whatFailsCountsEvenIfOtherEvidenceIsMissing() {
    assertThat(verdict("1.4.3-c", look("log-retention", Map.of("oldest_record_days", 3))).result())
        .isEqualTo(Result.NOT_MET);
  }

  @Test
  void aPeakOfSeventyIsStillEnough() {
    assertThat(
            verdict(
                    "1.2.1-a",
                    look(
                        "device-load", Map.of("cpu_peak_percent", 70.0, "memory_peak_percent", 50)))
                .result())
        .isEqualTo(Result.MET);
    assertThat(
            verdict(
                    "1.2.1-a",
                    look(
                        "device-load", Map.of("cpu_peak_percent", 70.1, "memory_peak_percent", 50)))
                .result())
        .isEqualTo(Result.NOT_MET);
  }

  @Test
  void aClockMayBeOffEitherWayALittle() {
    Look fields = look("log-fields", Map.of("fields_complete_percent", 100));
    assertThat(
            verdict("1.4.3-b", fields, look("clock-offset", Map.of("offset_seconds", -4.9)))
                .result())
        .isEqualTo(Result.MET);
    assertThat(
            verdict("1.4.3-b", fields, look("clock-offset", Map.of("offset_seconds", -5.1)))
                .result())
        .isEqualTo(Result.NOT_MET);
  }

  @Test
  void zeroMeansThatLockoutIsOff() {
    Map<String, Object> off = Map.of("lock_after", 0, "lock_minutes", 30, "idle_minutes", 10);
    assertThat(verdict("1.4.1-b", look("login-protection", off)).result())
        .isEqualTo(Result.NOT_MET);
  }

  @Test
  void backupsCountOnceADrillProvesThemInTime() {
    assertThat(backup(1, 0, false, 0).result()).isEqualTo(Result.NOT_MET);
    assertThat(backup(1, 0, false, 0).reason().zh()).contains("从未做过恢复演练");
    assertThat(backup(1, 1, true, 5).result()).isEqualTo(Result.MET);
    assertThat(backup(1, 1, true, 32).result()).isEqualTo(Result.NOT_MET);
    assertThat(backup(1, 1, false, 5).result()).isEqualTo(Result.NOT_MET);
    assertThat(backup(0, 1, true, 5).result()).isEqualTo(Result.NOT_MET);
  }

  @Test
  void theTierDecidesHowOftenADrillIsDue() {
    assertThat(verdict(Tier.T2, "1.4.9-a", job(1), drill(1, true, 60)).result())
        .isEqualTo(Result.MET);
    assertThat(verdict(Tier.T1, "1.4.9-a", job(1), drill(1, true, 60)).result())
        .isEqualTo(Result.NOT_MET);
  }

  @Test
  void offSiteMeansRealTimeByLag() {
    Look fresh = drill(1, true, 3);
    assertThat(verdict("1.4.9-b", job(1), fresh, replication(true, 20)).result())
        .isEqualTo(Result.MET);
    assertThat(verdict("1.4.9-b", job(1), fresh, replication(true, 86_400)).result())
        .isEqualTo(Result.NOT_MET);
    assertThat(verdict("1.4.9-b", job(1), drill(1, true, 40), replication(true, 20)).result())
        .isEqualTo(Result.NOT_MET);
    Verdict nightly = verdict("1.4.9-b", job(1), fresh, replication(false, 0));
    assertThat(nightly.result()).isEqualTo(Result.NOT_MET);
    assertThat(nightly.reason().zh()).contains("异地只有定时副本");
    assertThat(verdict("1.4.9-b", job(1), fresh, Look.absent("replication", "o")).result())
        .isEqualTo(Result.NO_EVIDENCE);
  }

  @Test
  void redundancyNeedsTwoNodesAndASwitchInTime() {
    assertThat(failover(2, 100).result()).isEqualTo(Result.MET);
    assertThat(failover(2, 200).result()).isEqualTo(Result.NOT_MET);
    assertThat(failover(1, 100).result()).isEqualTo(Result.NOT_MET);
  }

  @Test
  void aSwitchOverThatDidNotPassIsAFailureAndNotALackOfEvidence() {
    Map<String, Object> nodes = Map.of("healthy_nodes", 2, "failover_passed", false);
    Verdict redundancy = verdict("1.4.9-c", look("failover", nodes));
    assertThat(redundancy.result()).isEqualTo(Result.NOT_MET);
    assertThat(redundancy.reason().zh()).contains("最近一次切换演练未通过");

    Verdict recovery = verdict("1.4.9-d", look("dr-site", Map.of("switch_passed", false)));
    assertThat(recovery.result()).isEqualTo(Result.NOT_MET);
    assertThat(failover(2, 100).result()).as("one that passed").isEqualTo(Result.MET);
  }

  @Test
  void whatOnlySupportsIsLeftToTheAssessor() {
    Question question = new Question("i", "1.4.1-d", "o", Tier.T2, false);
    Look look = look("second-factor", Map.of("covered_percent", 100, "logins_without", 0));
    Verdict verdict = rules.judge(List.of(question), Map.of("second-factor", look)).get(0);
    assertThat(verdict.result()).isEqualTo(Result.NOT_ASSESSED);
    assertThat(verdict.reason().zh()).isEqualTo("已收集，待测评人员判定：双因素覆盖率 100 %；未用第二因素的登录 0");
  }

  @Test
  void everyAutomaticRequirementCanBeMetAndCanFail() {
    for (Requirement requirement : Catalogue.shipped().of(4, Set.of())) {
      if (requirement.item().evidenceClass() == EvidenceClass.AUTOMATIC) {
        assertThat(all(requirement.key(), true)).as(requirement.id()).isEqualTo(Result.MET);
        assertThat(all(requirement.key(), false)).as(requirement.id()).isEqualTo(Result.NOT_MET);
      }
    }
  }

  @Test
  void aSiteChangesLimitsWithoutTouchingRules() {
    String yaml = "version: office-1\nlimits:\n  log-days: {value: 365, source: internal rule 7}\n";
    ComplianceRules stricter = rules.with(rules.limits().with("site.yml", yaml));
    Question question = new Question("i", "1.4.3-c", "o", Tier.T2, true);
    Map<String, Look> looks = Map.of("log-retention", look("log-retention", retention(200)));
    assertThat(stricter.judge(List.of(question), looks).get(0).result()).isEqualTo(Result.NOT_MET);
    assertThat(stricter.version()).isNotEqualTo(rules.version()).contains("office-1");
    assertThatThrownBy(
            () ->
                rules
                    .limits()
                    .with("site.yml", "version: x\nlimits: {log-day: {value: 1, source: x}}"))
        .hasMessage("site.yml: no criterion names the limit log-day");
  }

  @Test
  void valuesShowMajorRisksByThemselves() {
    assertThat(codes(look("intrusion-prevention", Map.of("signature_age_days", 183))))
        .containsExactly("6.3.3.1", "A-13");
    assertThat(codes(look("intrusion-prevention", Map.of("signature_age_days", 182)))).isEmpty();
    assertThat(codes(look("account-policy", Map.of("weak_passwords", List.of("root")))))
        .containsExactly("6.4.1.1", "A-18");
    assertThat(codes(look("malware-host", Map.of("signature_age_days", 31))))
        .containsExactly("6.4.4.1", "A-23");
    assertThat(codes(look("backup-job", Map.of("local_copies", 0))))
        .containsExactly("6.4.6.1", "A-26");
    assertThat(codes(look("backup-job", Map.of("verified", false)))).isEmpty();
  }

  @Test
  void everyRiskHasARuleButThoseThatOnlyPersonsFind() {
    String tables =
        Knowledge.text("risks-by-value.tsv")
            + Knowledge.text("risks-by-result.tsv")
            + Knowledge.text("risks.drl");
    assertThat(rules.riskCodes()).hasSize(32 + 42);
    assertThat(rules.riskCodes())
        .filteredOn(code -> !tables.contains(code))
        .containsExactly("A-27", "A-28", "A-30", "A-31", "A-32");
  }

  @Test
  void resultsShowRisksToo() {
    List<Finding> findings =
        rules.risks(
            List.of(new Judged("L3-8.1.4.1-d", "1.4.1-d", "host-1", true)), List.of(), Map.of());
    assertThat(findings).extracting(Finding::code).containsExactly("6.4.1.3", "A-19");
    assertThat(findings.get(1).kind()).isEqualTo(Finding.Kind.MAJOR_RISK);
    assertThat(findings.get(1).objects()).containsExactly("host-1");
  }

  private List<String> codes(Look look) {
    return rules.risks(List.of(), List.of(look), Map.of()).stream().map(Finding::code).toList();
  }

  /** All values of all checks at their best, or at their worst. */
  private Result all(String point, boolean best) {
    Map<String, Look> looks = new HashMap<>();
    for (Check check : rules.checks().of(point)) {
      looks.put(check.code(), ExtremeLooks.of(check, "o", best));
    }
    return rules
        .judge(List.of(new Question("i", point, "o", Tier.T1, true)), looks)
        .get(0)
        .result();
  }

  private Verdict verdict(String point, Look... looks) {
    return verdict(Tier.T1, point, looks);
  }

  private Verdict verdict(Tier tier, String point, Look... looks) {
    Map<String, Look> byCheck = new HashMap<>();
    for (Look look : looks) {
      byCheck.put(look.check(), look);
    }
    return rules.judge(List.of(new Question("i", point, "o", tier, true)), byCheck).get(0);
  }

  private Verdict backup(int copies, int drills, boolean passed, int age) {
    return verdict("1.4.9-a", job(copies), drill(drills, passed, age));
  }

  private Verdict failover(int nodes, int age) {
    return verdict(
        "1.4.9-c",
        look(
            "failover",
            Map.of("healthy_nodes", nodes, "failover_drill_age_days", age, "failover_minutes", 3)));
  }

  private static Look job(int copies) {
    return look(
        "backup-job",
        Map.of(
            "last_success_minutes",
            5,
            "local_copies",
            copies,
            "offsite_copies",
            1,
            "verified",
            true));
  }

  private static Look drill(int drills, boolean passed, int age) {
    return look(
        "restore-drill",
        drills == 0
            ? Map.of("drills", 0)
            : Map.of(
                "drills",
                drills,
                "drill_age_days",
                age,
                "drill_passed",
                passed,
                "drill_rto_minutes",
                9,
                "rows_lost",
                0));
  }

  private static Look replication(boolean remote, int lag) {
    return look("replication", Map.of("remote_site", remote, "lag_seconds", lag));
  }

  private static Map<String, Object> retention(int days) {
    return Map.of("oldest_record_days", days, "forwarded", true, "protected", true);
  }

  private static Look look(String check, Map<String, Object> values) {
    return new Look(check, "o", Look.State.FRESH, "ev-" + check, values);
  }
}
