package io.zhidun.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Explanation;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgeTest {
  private static final String OFF_DUTY = "review-login-outside-duty-hours";

  private final RuleSet rules = RuleSet.catalog();
  private final Assets assets = Catalog.assets();
  private final DutyCalendar calendar = Catalog.calendar();
  private final Judge judge = Judge.compile(Catalog.judgeSources());

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:00:00Z, false, Monday at ten",
    "2026-11-23T00:29:59Z, true, Monday before half past eight",
    "2026-11-23T10:00:00Z, true, Monday at six in the evening",
    "2026-11-21T02:00:00Z, true, Saturday at ten",
    "2026-10-01T02:00:00Z, true, a holiday",
    "2026-10-10T02:00:00Z, false, a Saturday worked instead",
  })
  void loginsOfExaminersAreRaisedOffDutyOnly(String time, boolean raised, String when) {
    Decision decision = decide(OFF_DUTY, time, Map.of("service.name", "patent-review"));
    assertThat(decision.raise()).as(when).isEqualTo(raised);
    assertThat(decision.reasons())
        .extracting(Decision.Reason::rule)
        .contains(raised ? "review-login-off-duty" : "review-login-in-duty-hours");
  }

  @ParameterizedTest
  @CsvSource({"review-web-01, high", "public-web-01, medium", "unheard-of, medium"})
  void severityFollowsTheAssetsLevel(String host, String severity) {
    Decision decision =
        decide("ssh-password-guessing", "2026-11-23T02:00:00Z", Map.of("host.name", host));
    assertThat(decision.raise()).isTrue();
    assertThat(decision.severity()).isEqualTo(Severity.of(severity));
  }

  @Test
  void decisionNamesAssetCategoryTeamAndRunbook() {
    Decision decision =
        decide(
            "trademark-bulk-export",
            "2026-11-23T02:00:00Z",
            Map.of("host.name", "TM-WEB-01", "user.name", "c20011"));
    assertThat(decision.asset()).isEqualTo("tm-web-01");
    assertThat(decision.system()).isEqualTo("trademark");
    assertThat(decision.category()).isEqualTo("数据安全事件");
    assertThat(decision.team()).isEqualTo("data-security");
    assertThat(decision.runbook()).isEqualTo("trademark-bulk-export");
    assertThat(decision.reasons())
        .allMatch(reason -> !reason.rule().isEmpty() && !reason.text().zh().isEmpty())
        .extracting(Decision.Reason::rule)
        .startsWith("severity-by-asset");
  }

  @Test
  void detectionIsRaisedAsItIsWhereTheJudgeFails() {
    Judge broken =
        Judge.compile(
            List.of(
                new JudgeSource(
                    "broken.drl",
                    """
                    package io.zhidun.judge;
                    import io.zhidun.rules.judge.Finding;
                    global io.zhidun.rules.judge.Verdict verdict;
                    rule "broken" when $f : Finding() then Integer.parseInt($f.getRule()); end
                    """)));
    Rule rule = rules.rule("web-scan").orElseThrow();
    Decision decision =
        broken.decide(detection(rule, Instant.EPOCH), Map.of(), rule.guidance(), assets, calendar);
    assertThat(decision.raise()).isTrue();
    assertThat(decision.severity()).isEqualTo(rule.level());
    assertThat(decision.reasons())
        .extracting(Decision.Reason::rule)
        .containsExactly("judge-failed");
  }

  @Test
  void everyDecisionStandsOnItsOwnFactsAlone() {
    Judge own =
        judge(
            """
            declare Seen end
            rule "first" when Finding( rule == "web-scan" ) not Seen()
            then insert(new Seen()); verdict.team("first", "first", "一", "one"); end
            rule "again" when Finding( rule == "ssh-password-guessing" ) Seen()
            then verdict.team("again", "again", "再", "again"); end
            """);

    assertThat(own.decide(detection("web-scan"), Map.of(), assets, calendar).team())
        .isEqualTo("first");
    assertThat(own.decide(detection("ssh-password-guessing"), Map.of(), assets, calendar).team())
        .isEmpty();
    assertThat(own.decide(detection("web-scan"), Map.of(), assets, calendar).team())
        .isEqualTo("first");
  }

  @Test
  void decisionIsMadeOnceForAllThatTheRulesAskFor() {
    Judge own =
        judge(
            """
            rule "of-admins" when $f : Finding( rule == "web-scan" )
            then
              io.zhidun.catalog.FiredRules.count();
              if ($f.field("user.name").equals("root")) {
                verdict.team("of-admins", "admins", "管", "admins", "id", $f.field("user.id"));
              }
            end
            """);

    assertThat(reason(own, "root", "0")).containsExactly(Map.entry("id", "0"));
    assertThat(reason(own, "root", "0")).containsExactly(Map.entry("id", "0"));
    assertThat(FiredRules.taken()).as("the same case twice").isEqualTo(1);

    assertThat(reason(own, "root", "7")).containsExactly(Map.entry("id", "7"));
    assertThat(reason(own, "eve", "7")).isEmpty();
    assertThat(reason(own, "eve", "8")).as("nobody asked for the id").isEmpty();
    assertThat(FiredRules.taken()).as("new answers").isEqualTo(2);
  }

  private Map<String, String> reason(Judge judge, String user, String id) {
    Map<String, String> event = Map.of("user.name", user, "user.id", id);
    return judge.decide(detection("web-scan"), event, assets, calendar).reasons().stream()
        .map(Decision.Reason::facts)
        .findFirst()
        .orElse(Map.of());
  }

  @Test
  void ruleThatAsksForNothingDecidesEveryTime() {
    Judge own = judge("rule \"all\" when then verdict.team(\"all\", \"all\", \"全\", \"all\"); end");

    for (int i = 0; i < 3; i++) {
      assertThat(own.decide(detection("web-scan"), Map.of(), assets, calendar).team())
          .isEqualTo("all");
    }
  }

  @Test
  void decisionsOfOneDetectionAreAllTheSame() {
    Decision first = decide("web-scan", "2026-11-23T02:00:00Z", Map.of("host.name", "tm-web-01"));
    decide("ssh-password-guessing", "2026-11-23T22:00:00Z", Map.of("host.name", "unknown"));

    assertThat(decide("web-scan", "2026-11-23T02:00:00Z", Map.of("host.name", "tm-web-01")))
        .isEqualTo(first);
  }

  private static Judge judge(String rules) {
    return Judge.compile(
        List.of(
            new JudgeSource(
                "own.drl",
                """
                package io.zhidun.judge;
                import io.zhidun.rules.judge.Finding;
                global io.zhidun.rules.judge.Verdict verdict;
                """
                    + rules)));
  }

  private Detection detection(String rule) {
    return detection(rules.rule(rule).orElseThrow(), Instant.EPOCH);
  }

  @Test
  void rulesThatDoNotCompileAreRefusedWithTheirFaults() {
    JudgeSource source = new JudgeSource("x.drl", "package a; rule \"r\" when Nothing() then end");
    assertThatThrownBy(() -> Judge.compile(List.of(source)))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("x.drl");
  }

  private Decision decide(String name, String time, Map<String, String> event) {
    Rule rule = rules.rule(name).orElseThrow();
    return judge.decide(
        detection(rule, Instant.parse(time)), event, rule.guidance(), assets, calendar);
  }

  private static Detection detection(Rule rule, Instant time) {
    RuleReference reference = rule.reference();
    return new Detection(
        "d1",
        time,
        reference,
        rule.level(),
        Map.of(),
        1,
        List.of(),
        rule.tags(),
        Duration.ofMinutes(10),
        0,
        false,
        new Explanation(new BilingualText("", ""), List.of(), null));
  }
}
