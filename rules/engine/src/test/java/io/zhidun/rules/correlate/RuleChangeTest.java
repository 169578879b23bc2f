package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a group's windows when the rules change under it. */
class RuleChangeTest {
  private static final String BASES = OneGroup.base("failure") + OneGroup.base("success");
  private static final String THREE = counting("three", 3);
  private static final String FOUR = counting("four", 4);

  private long sequence;

  @Test
  void aGroupWhoseCorrelationsAreTheSameGoesOnAsItIs() {
    OneGroup group = new OneGroup(BASES + THREE);
    group.on(failure(0));
    GroupState before = group.state;

    group.change(OneGroup.base("other") + BASES + THREE);

    assertThat(group.state).isSameAs(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void windowsOfUnchangedRulesGoOn(boolean settled) {
    OneGroup group = new OneGroup(BASES + THREE);
    group.on(failure(0));
    group.on(failure(1));
    if (settled) {
      group.advance(5);
    }

    group.change(BASES + THREE + FOUR);

    List<Detection> third = group.on(failure(10));
    assertThat(rules(third)).containsExactly("three");
    assertThat(third.get(0).count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNewOrChangedRuleCountsFromTheChangeOn(boolean settled) {
    OneGroup group = new OneGroup(BASES + THREE);
    group.on(failure(0));
    group.on(failure(1));
    if (settled) {
      group.advance(5);
    }

    group.change(BASES + counting("three", 2) + FOUR);

    assertThat(group.on(failure(10))).isEmpty();
    assertThat(rules(group.on(failure(11)))).containsExactly("three");
    assertThat(group.on(failure(12))).isEmpty();
    assertThat(rules(group.on(failure(13)))).containsExactlyInAnyOrder("three", "four");
  }

  @Test
  void whatWasToldBeforeAChangeIsNotToldAgain() {
    OneGroup group = new OneGroup(BASES + THREE);
    group.on(failure(0));
    group.on(failure(1));
    assertThat(group.on(failure(2))).hasSize(1);

    group.change(BASES + THREE + FOUR);

    assertThat(group.on(failure(3))).isEmpty();
    assertThat(group.on(failure(4))).isEmpty();
    assertThat(rules(group.on(failure(5)))).containsExactly("three");
  }

  @Test
  void aLateEventIsPutInItsPlaceForUnchangedRulesAndNotCountedByNewOnes() {
    OneGroup group = new OneGroup(BASES + THREE);
    group.on(failure(20));
    Event late = failure(10);

    group.change(BASES + THREE + counting("two", 2));

    assertThat(group.on(late)).isEmpty();
    List<Detection> told = group.on(failure(21));
    assertThat(rules(told)).containsExactly("three");
    assertThat(rules(group.on(failure(22)))).containsExactly("two");
  }

  @Test
  void matchesOfARuleThatChangedMeanwhileAreNotCounted() {
    OneGroup group = new OneGroup(BASES + THREE);
    Match old = group.toMatch(failure(0));

    group.change(BASES.replace("kind: failure", "kind: [failure, refusal]") + counting("one", 1));

    assertThat(group.state.on(old)).isEmpty();
    assertThat(group.on(failure(1))).hasSize(1);
  }

  @Test
  void aGroupThatNoRuleReadsAnyMoreHoldsNothing() {
    OneGroup group = new OneGroup(BASES + THREE);
    Match old = group.toMatch(failure(0));

    group.change(BASES + FOUR.replace("group-by: [source.ip]", "group-by: [user.name]"));

    assertThat(group.state.on(old)).isEmpty();
    assertThat(group.state.isEmpty()).isTrue();
  }

  @Test
  void whatANewRuleDoesNotCountIsStoredWithTheState() {
    OneGroup group = new OneGroup(BASES + THREE);
    group.on(failure(0));
    group.on(failure(1));
    group.change(BASES + THREE + counting("two", 2));

    group.storeAndRead();

    assertThat(rules(group.on(failure(2)))).containsExactly("three");
    assertThat(rules(group.on(failure(3)))).containsExactly("two");
  }

  @Test
  void aStateThatOtherRulesWroteIsReadAsIfTheyChangedThen() {
    OneGroup group = new OneGroup(BASES + THREE + FOUR);
    group.on(failure(0));
    group.on(failure(1));
    byte[] stored = group.state.encode();

    group.change(BASES + THREE + counting("four", 2));
    group.state = GroupState.decode(group.correlator, stored);

    assertThat(rules(group.on(failure(2)))).containsExactly("three");
    assertThat(rules(group.on(failure(3)))).containsExactly("four");
  }

  private static List<String> rules(List<Detection> detections) {
    return detections.stream().map(detection -> detection.rule().name()).toList();
  }

  private static String counting(String name, int count) {
    return """
    title: Counting
    id: id-%1$s
    name: %1$s
    correlation: {type: event_count, rules: [failure], group-by: [source.ip], timespan: 60s, condition: {gte: %2$d}}
    ---
    """
        .formatted(name, count);
  }

  private Event failure(long second) {
    return OneGroup.event(second, sequence++, "failure", "user.name", "root");
  }
}
