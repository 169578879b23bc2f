package io.zhidun.rules.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Explanation;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityHistoriesTest {
  private static final long DAY = Duration.ofHours(24).toSeconds();

  private final EntityHistories histories = new EntityHistories(2);

  @Test
  void everyEntityHasAHistoryOfItsOwn() {
    assertThat(rules(at(0, "scan", "eve"), true)).containsExactly("scan");
    assertThat(rules(at(1, "scan", "adam"), true)).containsExactly("scan");
    assertThat(rules(at(2, "export", "EVE"), true)).containsExactly("export", "scan");
    assertThat(rules(at(3, "export", "-"), true)).as("nobody").containsExactly("export");
    assertThat(histories.size()).isEqualTo(2);
  }

  @Test
  void whatTheJudgeHoldsStandsApart() {
    rules(at(0, "login", "eve"), false);

    histories.on(
        at(1, "scan", "eve"),
        recent -> {
          assertThat(recent.heldRules()).containsExactly("login");
          return decision(true);
        });
  }

  @Test
  void aWithdrawnDetectionLeaves() {
    rules(at(0, "scan", "eve"), true);
    rules(at(1, "guessing", "eve"), true);
    histories.withdraw(at(0, "scan", "eve").withdrawal());
    histories.withdraw(at(0, "scan", "nobody-known").withdrawal());

    assertThat(rules(at(2, "export", "eve"), true)).containsExactly("export", "guessing");
  }

  @Test
  void theEntityThatWasNotMetLongestIsForgotten() {
    rules(at(0, "scan", "eve"), true);
    rules(at(1, "scan", "adam"), true);
    rules(at(2, "guessing", "eve"), true);
    rules(at(3, "scan", "cain"), true);

    assertThat(histories.size()).isEqualTo(2);
    assertThat(rules(at(4, "export", "eve"), true)).contains("scan", "guessing");
    assertThat(rules(at(4, "export", "adam"), true)).containsExactly("export");
    assertThatThrownBy(() -> new EntityHistories(0)).hasMessage("most must be at least 1, was 0");
  }

  @Test
  void whatNothingCanReachIsForgotten() {
    rules(at(0, "scan", "eve"), true);
    rules(at(60, "scan", "adam"), true);
    histories.advance((DAY + 30) * 1_000_000);

    assertThat(histories.size()).isEqualTo(1);
  }

  private List<String> rules(Detection detection, boolean raise) {
    List<String> rules = new ArrayList<>();
    Decision decision =
        histories.on(
            detection,
            recent -> {
              rules.addAll(recent.rules());
              return decision(raise);
            });
    assertThat(decision.raise()).isEqualTo(raise);
    return rules;
  }

  private static Decision decision(boolean raise) {
    return new Decision(raise, Severity.LOW, "", "", "", "", "", List.of());
  }

  private static Detection at(long seconds, String rule, String user) {
    return new Detection(
        rule + "@" + seconds + user,
        Instant.ofEpochSecond(seconds),
        new RuleReference("id-of-" + rule, rule, "1", new BilingualText(rule, rule)),
        Severity.LOW,
        Map.of("user.name", user),
        1,
        List.of(),
        List.of(),
        Duration.ZERO,
        0,
        false,
        new Explanation(new BilingualText("", ""), List.of(), null));
  }
}
