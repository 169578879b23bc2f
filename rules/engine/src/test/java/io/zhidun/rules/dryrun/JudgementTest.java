package io.zhidun.rules.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.RuleText;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Exceptions;
import io.zhidun.rules.judge.Indicators;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import io.zhidun.rules.judge.SiteFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dry run's judge, which is told what an entity was behind. */
class JudgementTest {
  private static final String TRIED = "11111111-1111-4111-8111-111111111111";
  private static final String AROUND = "22222222-2222-4222-8222-222222222222";

  /** The second counts what the first is named. */
  private static final RuleSet RULES =
      RuleSet.of(
              List.of(
                  new RuleText(
                      "tool.yml",
                      """
                      title: Tool
                      id: %s
                      name: tool
                      logsource: {product: linux}
                      detection:
                          selection: {process.name: nc}
                          condition: selection
                      level: low
                      zhidun: {alone: true, group-by: [user.name]}
                      ---
                      title: Tools
                      id: %s
                      name: tools
                      correlation:
                          type: event_count
                          rules: [tool]
                          group-by: [user.name]
                          timespan: 1h
                          condition: {gte: 2}
                      level: low
                      """
                          .formatted(TRIED, AROUND))))
          .rules();

  private static final Judge JUDGE =
      Judge.compile(
          List.of(
              new JudgeSource(
                  "own.drl",
                  """
                  package io.zhidun.judge;
                  import io.zhidun.rules.judge.*;
                  global io.zhidun.rules.judge.Verdict verdict;
                  rule "several" when Finding() History( rules >= 2, $names : ruleNames ) then
                    verdict.oneStepUp("several", "多", "several", "names", $names);
                  end
                  """)));

  @Test
  void theTriedRuleIsJudgedByWhatTheRulesAroundItDetected() {
    DryRun run =
        new DryRun(RULES, Set.of(TRIED), null, judgement(), Duration.ZERO, DryRun.Bounds.NONE);
    for (int second = 0; second < 3; second++) {
      run.on(event(second, "eve"));
      run.on(event(second, "user" + second));
    }

    DryRunResult result = run.result();

    assertThat(result.detections()).as("of the tried rule alone").isEqualTo(6);
    assertThat(result.severities()).containsEntry("low", 3L).containsEntry("medium", 1L);
  }

  @Test
  void aWithdrawnDetectionIsTakenBack() {
    Judgement judgement = judgement();
    Detection tool = detections("tool").get(0);
    Detection tools = detections("tools").get(0);
    judgement.decide(tool);
    judgement.withdraw(tool);

    assertThat(severity(judgement.decide(tools))).isEqualTo("low");
    judgement.decide(tool);
    assertThat(severity(judgement.decide(tools))).isEqualTo("medium");
    judgement.advance(Duration.ofDays(2).toNanos() / 1_000);
    assertThat(severity(judgement.decide(tools))).isEqualTo("low");
  }

  private static List<Detection> detections(String rule) {
    List<Detection> found = new ArrayList<>();
    DetectionRun run = new DetectionRun(RULES);
    for (int second = 0; second < 2; second++) {
      run.on(event(second, "eve"), found::add);
    }
    return found.stream().filter(each -> each.rule().name().equals(rule)).toList();
  }

  private static String severity(Decision decision) {
    return decision.severity().label();
  }

  private static Event event(long second, String user) {
    return TestEvents.with(
        TestEvents.at(second, user, second), "user.name", user, "process.name", "nc");
  }

  private static Judgement judgement() {
    DutyCalendar calendar = DutyCalendar.parse("calendar.yml", "weekdays: [monday]");
    return Judgement.of(
        JUDGE,
        RULES,
        new SiteFacts(Assets.empty(), calendar, Exceptions.none(), Indicators.none()));
  }
}
