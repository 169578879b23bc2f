package io.zhidun.rules.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Explanation;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntityHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** {@link #sample} as version 1 wrote it. */
  private static final String SAMPLE =
      "AX//////////gAAAAAAAAAAACAAAAAhjaGF0dHlAMAAAAAxpZC1vZi1jaGF0dHkAAAAGY2hhdHR5AAAABm1lZGl1"
          + "bQAAAAhjaGF0dHlAMQAAAAppZC1vZi1zY2FuAAAABHNjYW4AAAAEaGlnaAACAAAAAQACAAMABmDwVVAwAAAABA"
          + "ABAAIAAwAGYPBVX3JAAAABAAAAAAAHnCsABQAGAAcBAAAAAAAAAAE=";

  private static final Entity EVE = new Entity(Entity.Kind.USER, "eve");

  @Test
  void tellsWhatCameBeforeAndTheDetectionItself() {
    EntityHistory history = history(at(0, "scan"), at(60, "guessing"), at(120, "guessing"));

    Recent recent = history.upTo(EVE, at(3_600, "export", Severity.HIGH));

    assertThat(recent.entity()).isEqualTo(EVE);
    assertThat(recent.detections()).isEqualTo(4);
    assertThat(recent.rules()).containsExactly("export", "guessing", "scan");
    assertThat(recent.heldRules()).isEmpty();
    assertThat(recent.highest()).isEqualTo(Severity.HIGH);
    assertThat(recent.span()).isEqualTo(Duration.ofHours(1));
    assertThat(recent.since()).isEqualTo(NOON);
  }

  @Test
  void withoutAHistoryThereIsTheDetectionAlone() {
    Detection first = at(0, "scan");

    assertThat(EntityHistory.NONE.upTo(EVE, first)).isEqualTo(Recent.alone(EVE, first));
    assertThat(history(at(5, "later")).upTo(EVE, first)).isEqualTo(Recent.alone(EVE, first));
  }

  @Test
  void reachesBackTwentyFourHoursBothEndsIncluded() {
    EntityHistory history = history(at(-86_401, "old"), at(-86_400, "edge"), at(-1, "new"));

    assertThat(history.upTo(EVE, at(0, "now")).rules()).containsExactly("edge", "new", "now");
  }

  @Test
  void rulesThatOneEventMeetsDoNotCountForEachOther() {
    EntityHistory history = history(at(0, "one"), at(0, "two"), at(0, "three"));

    assertThat(history.upTo(EVE, at(0, "three")).rules()).containsExactly("three");
    assertThat(history.upTo(EVE, at(0, "one"))).isEqualTo(Recent.alone(EVE, at(0, "one")));
  }

  @Test
  void aRuleAllOfWhoseDetectionsWereHeldStandsApart() {
    EntityHistory history =
        EntityHistory.NONE
            .with(at(0, "login"), true)
            .with(at(1, "scan"), true)
            .with(at(2, "scan"), false);

    Recent recent = history.upTo(EVE, at(3, "export"));

    assertThat(recent.rules()).containsExactly("export", "scan");
    assertThat(recent.heldRules()).containsExactly("login");
    assertThat(recent.detections()).isEqualTo(4);
  }

  @Test
  void isTheSameWhateverOrderDetectionsComeIn() {
    List<Detection> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(at(i * 97 % 20_000, "rule-" + i % 7, Severity.values()[i % 4]));
    }
    EntityHistory inOrder = history(all.toArray(Detection[]::new));
    for (long seed = 0; seed < 20; seed++) {
      Collections.shuffle(all, new Random(seed));

      assertThat(history(all.toArray(Detection[]::new))).as("seed " + seed).isEqualTo(inOrder);
    }
  }

  @Test
  void whatIsLaterChangesNothingForWhatIsEarlier() {
    Detection judged = at(100, "export");
    EntityHistory before = history(at(0, "scan"));
    EntityHistory more = before.with(at(200, "later"), false).with(judged, false);

    assertThat(more.upTo(EVE, judged)).isEqualTo(before.upTo(EVE, judged));
  }

  @Test
  void aDetectionThatComesAgainCountsOnce() {
    EntityHistory once = history(at(0, "scan"), at(1, "guessing"));

    assertThat(once.with(at(0, "scan"), false)).isEqualTo(once);
    assertThat(once.with(at(0, "scan"), true).upTo(EVE, at(2, "x")).heldRules())
        .as("with another decision")
        .containsExactly("scan");
  }

  @Test
  void aWithdrawnDetectionLeavesNoTrace() {
    EntityHistory kept = history(at(0, "scan"), at(2, "export"));

    assertThat(kept.with(at(1, "guessing"), false).without(at(1, "guessing").withdrawal()))
        .isEqualTo(kept);
    assertThat(kept.without(at(7, "unheard-of").withdrawal())).isEqualTo(kept);
    assertThat(kept.without(at(0, "scan")).without(at(2, "export")).isEmpty()).isTrue();
  }

  @Test
  void beyondTheNewestOnlyNumbersAreKept() {
    EntityHistory history = history(at(-7_200, "scan", Severity.CRITICAL), at(-7_100, "guessing"));
    for (int i = 0; i < 100_000; i++) {
      history = history.with(at(i, "chatty"), false);
    }

    Recent recent = history.upTo(EVE, at(100_000, "now"));

    assertThat(history.encode().length).isLessThan(16_000);
    assertThat(recent.rules()).as("older ones are out of reach").containsExactly("chatty", "now");
    assertThat(recent.detections())
        .as("86,400 in the day, the first hour as a whole")
        .isBetween(86_401L, 86_401L + 3_600);
    EntityHistory soon = history(at(-7_200, "scan", Severity.CRITICAL), at(-7_100, "guessing"));
    for (int i = 0; i < 1_000; i++) {
      soon = soon.with(at(i, "chatty"), false);
    }
    recent = soon.upTo(EVE, at(1_000, "now"));
    assertThat(recent.rules()).containsExactly("chatty", "guessing", "now", "scan");
    assertThat(recent.highest()).isEqualTo(Severity.CRITICAL);
    assertThat(recent.detections()).isEqualTo(1_003);
  }

  @Test
  void aWithdrawnDetectionLeavesTheNumbersToo() {
    EntityHistory history = history(at(-10, "scan"));
    for (int i = 0; i < EntityHistory.KEPT; i++) {
      history = history.with(at(i, "chatty"), false);
    }
    assertThat(history.upTo(EVE, at(100, "now")).rules()).contains("scan");

    history = history.without(at(-10, "scan").withdrawal());

    assertThat(history.upTo(EVE, at(100, "now")).rules()).containsExactly("chatty", "now");
    assertThat(history.upTo(EVE, at(100, "now")).detections()).isEqualTo(EntityHistory.KEPT + 1);
  }

  @Test
  void manyRulesOverManyHoursStayBounded() {
    EntityHistory history = EntityHistory.NONE;
    for (int i = 0; i < 5_000; i++) {
      history = history.with(at(i * 17, "rule-" + i % 1_000), i % 2 == 0);
    }

    assertThat(history.encode().length).isLessThan(32_000);
    assertThat(history.upTo(EVE, at(85_000, "now")).rules()).hasSizeBetween(64, 400);
  }

  @Test
  void forgetsWhatNothingCanReachAndKnowsWhenItIsEmpty() {
    EntityHistory history = history(at(0, "scan"), at(3_600, "guessing"));
    long day = Duration.ofHours(24).toSeconds();

    assertThat(history.advance(micros(day))).isEqualTo(history);
    assertThat(history.advance(micros(day + 1)).upTo(EVE, at(day, "x")).rules())
        .containsExactly("guessing", "x");
    assertThat(history.advance(history.expiryMicros() - 1).isEmpty()).isFalse();
    assertThat(history.advance(history.expiryMicros()).isEmpty()).isTrue();
    assertThat(EntityHistory.NONE.expiryMicros()).isEqualTo(Long.MAX_VALUE);
    assertThat(history.advance(Long.MIN_VALUE)).isEqualTo(history);
  }

  @Test
  void knowsSinceWhenThereWasSomethingEveryDay() {
    EntityHistory history = EntityHistory.NONE;
    for (int hours = 0; hours <= 240; hours += 20) {
      history = history.with(at(hours * 3_600L, "scan"), false);
      history = history.advance(micros(hours * 3_600L - 120));
    }

    assertThat(history.upTo(EVE, at(250 * 3_600L, "now")).since()).isEqualTo(NOON);
    assertThat(history.upTo(EVE, at(265 * 3_600L, "now")).since())
        .as("more than a day of quiet")
        .isEqualTo(NOON.plus(Duration.ofHours(265)));
  }

  @Test
  void survivesItsStoredForm() {
    EntityHistory history = EntityHistory.NONE;
    for (int i = 0; i < 100; i++) {
      history =
          history.with(at(i * 1_000L, "règle-" + i % 5, Severity.values()[i % 4]), i % 3 == 0);
    }
    history = history.advance(micros(90_000));

    assertThat(EntityHistory.decode(history.encode())).isEqualTo(history);
    assertThat(EntityHistory.decode(EntityHistory.NONE.encode())).isEqualTo(EntityHistory.NONE);
  }

  @Test
  void theFirstStoredFormIsReadForever() {
    byte[] stored = Base64.getDecoder().decode(SAMPLE);

    assertThat(EntityHistory.decode(stored)).isEqualTo(sample());
  }

  private static EntityHistory sample() {
    EntityHistory history = EntityHistory.NONE.with(at(-10, "scan", Severity.HIGH), true);
    for (int i = 0; i < EntityHistory.KEPT; i++) {
      history = history.with(at(i, "chatty"), false);
    }
    for (int i = 2; i < EntityHistory.KEPT; i++) {
      history = history.without(at(i, "chatty"));
    }
    return history;
  }

  @Test
  void bytesThatAreNoHistoryAreRefused() {
    byte[] stored = history(at(0, "scan")).encode();
    assertThatThrownBy(() -> EntityHistory.decode(new byte[] {9}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no history of an entity: version must be 1, was 9");
    for (int length = 0; length < stored.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(stored, length);
      assertThatThrownBy(() -> EntityHistory.decode(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static EntityHistory history(Detection... detections) {
    EntityHistory history = EntityHistory.NONE;
    for (Detection detection : detections) {
      history = history.with(detection, false);
    }
    return history;
  }

  private static long micros(long seconds) {
    return NOON.plusSeconds(seconds).getEpochSecond() * 1_000_000;
  }

  private static Detection at(long seconds, String rule) {
    return at(seconds, rule, Severity.MEDIUM);
  }

  private static Detection at(long seconds, String rule, Severity level) {
    Instant time = NOON.plusSeconds(seconds);
    return new Detection(
        rule + "@" + seconds,
        time,
        new RuleReference("id-of-" + rule, rule, "1", new BilingualText(rule, rule)),
        level,
        Map.of("user.name", "eve"),
        1,
        List.of(new EvidenceEvent("e" + seconds, time, rule, "", Map.of())),
        List.of(),
        Duration.ofMinutes(10),
        0,
        false,
        new Explanation(new BilingualText("", ""), List.of(), null));
  }
}
