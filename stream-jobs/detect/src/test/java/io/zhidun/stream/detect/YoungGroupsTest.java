package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.RawRecord;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import io.zhidun.rules.correlate.Match;
import io.zhidun.rules.sigma.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YoungGroupsTest {
  private static final String RULES =
      """
      title: Failure
      id: failure
      name: failure
      logsource: {product: linux}
      detection: {selection: {event.action: failure}, condition: selection}
      ---
      title: Three failures
      id: three-failures
      name: three-failures
      correlation: {type: event_count, rules: [failure], group-by: [source.ip], timespan: 60s, condition: {gte: 3}}
      """;

  private final YoungGroups young = new YoungGroups();
  private Correlator correlator;
  private Rule failure;
  private long sequence;

  @BeforeEach
  void load(@TempDir Path folder) throws IOException {
    RuleSet rules = RuleSet.load(Files.writeString(folder.resolve("rules.yml"), RULES));
    correlator = rules.correlator();
    failure = rules.rule("failure").orElseThrow();
  }

  @Test
  void aGroupIsThereUntilItCanNoLongerMatter() {
    String group = on("192.0.2.1", 1_000);
    assertThat(young.get(group)).isNotNull();

    young.advance(seconds(1_060), UnaryOperator.identity());
    assertThat(young.get(group)).as("its window is open").isNotNull();
    young.advance(seconds(1_081), UnaryOperator.identity());
    assertThat(young.get(group)).isNull();
    assertThat(young.isEmpty()).isTrue();
  }

  @Test
  void aGroupThatGoesOnStaysBeyondItsFirstExpiry() {
    String group = on("192.0.2.1", 1_000);
    on("192.0.2.1", 1_050);

    young.advance(seconds(1_081), UnaryOperator.identity());
    assertThat(young.get(group)).isNotNull();
    young.advance(seconds(1_131), UnaryOperator.identity());
    assertThat(young.get(group)).isNull();
  }

  @Test
  void whoeverTakesTheGroupsOutHasToAdvanceThem() {
    String group = on("192.0.2.1", 1_000);
    on("2001:db8::1", 1_000);

    var all = young.takeAll();

    assertThat(all).hasSize(2).containsKey(group);
    assertThat(all.values()).extracting(GroupState::alarmMicros).containsOnly(GroupState.NO_ALARM);
    assertThat(young.isEmpty()).isTrue();
    young.advance(seconds(9_999), UnaryOperator.identity());
    assertThat(all.get(group)).satisfies(state -> assertThat(state.isEmpty()).isFalse());
  }

  @Test
  void isFullWithTheMostItMayHold() {
    for (int i = 0; i < YoungGroups.MOST; i++) {
      assertThat(young.isFull()).isFalse();
      on("2001:db8::" + Integer.toHexString(i), 1_000);
    }
    assertThat(young.isFull()).isTrue();
  }

  /** A failure of an address; returns the name of its group. */
  private String on(String address, long second) {
    Event event = new Event();
    event.header(
        new RawRecord("s", "h", "d", 1, sequence++, seconds(second), null, "UTC", new byte[0]));
    event.timeMicros(seconds(second));
    event.put(FieldNames.id("source.ip"), address);
    GroupKey key = correlator.groups(failure, event).get(0);
    Match match = correlator.toMatch(failure, event);
    GroupState state = young.get(key.text());
    if (state == null) {
      state = correlator.newGroup(key);
    }
    assertThat(state.on(match)).isEmpty();
    young.put(key.text(), state);
    return key.text();
  }

  private static long seconds(long seconds) {
    return seconds * 1_000_000;
  }
}
