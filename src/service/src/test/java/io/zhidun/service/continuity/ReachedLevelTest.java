package io.zhidun.service.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.service.continuity.ReachedLevel.Element;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** GB/T 20988: the level is that of the weakest of seven elements. */
class ReachedLevelTest {
  private static final Plan.Declared WHOLE = new Plan.Declared(2, 3, 2, 2, 2);

  private static RecoveryFacts facts(
      Duration exposure,
      @Nullable Duration lag,
      Plan.@Nullable Declared declared,
      @Nullable Duration exerciseAge,
      @Nullable Duration rto) {
    return new RecoveryFacts(
        2,
        0,
        exposure,
        true,
        lag,
        2,
        true,
        declared,
        exerciseAge,
        declared == null ? null : Duration.ofDays(183),
        rto);
  }

  private static ReachedLevel reached(RecoveryFacts facts) {
    return ReachedLevel.of(facts, RecoveryLevels.shipped());
  }

  private static Element element(ReachedLevel level, String code) {
    return level.elements().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void realTimeCopiesTwoServersAndAnExerciseReachLevelFive() {
    RecoveryFacts facts =
        facts(
            Duration.ofMinutes(5),
            Duration.ofSeconds(40),
            WHOLE,
            Duration.ofDays(30),
            Duration.ofMinutes(50));

    ReachedLevel level = reached(facts);

    assertThat(level.level()).isEqualTo(5);
    assertThat(level.elements()).hasSize(7);
    assertThat(element(level, "network").level()).isEqualTo(6);
    assertThat(element(level, "data-backup").missing().get(0).en())
        .isEqualTo("work of 40 s may be lost, at most 0 s is asked");
  }

  @Test
  void aNightlyCopyIsLevelThreeAtMost() {
    RecoveryFacts facts =
        facts(Duration.ofHours(20), null, WHOLE, Duration.ofDays(30), Duration.ofHours(2));

    assertThat(reached(facts).level()).isEqualTo(3);
  }

  @Test
  void whatIsNotExercisedIsLevelOneHoweverGoodItLooks() {
    RecoveryFacts facts = facts(Duration.ofMinutes(5), Duration.ofSeconds(9), WHOLE, null, null);

    ReachedLevel level = reached(facts);

    assertThat(level.level()).isEqualTo(1);
    assertThat(element(level, "plan").missing().get(0).zh()).isEqualTo("没有通过的切换演练");
  }

  @Test
  void anOverdueExerciseAndASlowOneFallShort() {
    Duration lag = Duration.ofSeconds(9);
    assertThat(reached(facts(lag, lag, WHOLE, Duration.ofDays(184), Duration.ofHours(1))).level())
        .isEqualTo(1);
    assertThat(reached(facts(lag, lag, WHOLE, Duration.ofDays(3), Duration.ofHours(5))).level())
        .isEqualTo(4);
  }

  @Test
  void withoutAPlanThereIsNoLevel() {
    ReachedLevel level = reached(facts(Duration.ofMinutes(5), Duration.ZERO, null, null, null));

    assertThat(level.level()).isZero();
    assertThat(element(level, "plan").missing().get(0).en()).isEqualTo("there is no recovery plan");
  }

  @Test
  void figuresAreSixLevelsInTheirOrder() {
    RecoveryLevels shipped = RecoveryLevels.shipped();
    List<RecoveryLevels.Level> turned = new ArrayList<>(shipped.levels());
    Collections.reverse(turned);

    assertThat(shipped.source()).contains("unconfirmed");
    assertThatThrownBy(() -> new RecoveryLevels("x", "", turned))
        .hasMessageContaining("levels must be 1 to 6");
  }
}
