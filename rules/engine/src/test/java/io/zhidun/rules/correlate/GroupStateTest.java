package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupStateTest {
  private static final String BASES = OneGroup.base("failure") + OneGroup.base("success");
  private static final String GUESSING =
      """
      title: Guessing
      id: c0
      name: guessing
      correlation: {type: event_count, rules: [failure], group-by: [source.ip], timespan: 60s, condition: {gte: 3}}
      zhidun: {alone: true, summary-en: "{source.ip} {count} in {timespan}", summary-zh: "{source.ip} {count} {timespan}"}
      """;
  private static final String CHAIN =
      """
      ---
      title: Success after guessing
      id: c1
      name: chain
      correlation: {type: temporal_ordered, rules: [guessing, success], group-by: [source.ip], timespan: 5m}
      """;
  private static final String VALUES =
      """
      title: Many users
      id: c2
      name: values
      correlation: {type: value_count, rules: [failure], group-by: [source.ip], timespan: 60s, condition: {field: user.name, gte: 3}}
      """;
  private static final String BOTH =
      """
      title: Both
      id: c3
      name: both
      correlation: {type: temporal, rules: [failure, success], group-by: [source.ip], timespan: 60s}
      """;

  private long sequence;

  @Test
  void firesWhenTheCountIsReachedAndClears() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    assertThat(fixture.on(failure(0))).isEmpty();
    assertThat(fixture.on(failure(30))).isEmpty();
    assertThat(fixture.on(failure(60))).hasSize(1);
    assertThat(fixture.on(failure(61))).isEmpty();
    assertThat(fixture.on(failure(62))).isEmpty();
    assertThat(fixture.on(failure(63))).hasSize(1);
  }

  @Test
  void windowIncludesBothEndsAndNoMore() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(0));
    fixture.on(failure(30));
    assertThat(fixture.on(failure(61))).isEmpty();
    assertThat(fixture.on(failure(90))).hasSize(1);
  }

  @Test
  void detectionSaysWhatWasCounted() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(0));
    fixture.on(failure(1));
    Detection detection = fixture.on(failure(2)).get(0);
    assertThat(detection.group()).containsEntry("source.ip", "2001:db8::1");
    assertThat(detection.count()).isEqualTo(3);
    assertThat(detection.events()).extracting("id").containsExactly("s:0:0", "s:0:1", "s:0:2");
    assertThat(detection.explanation().summary().en()).isEqualTo("2001:db8::1 3 in 60 s");
    assertThat(detection.explanation().conditions())
        .singleElement()
        .satisfies(condition -> assertThat(condition.actual()).isEqualTo("failure"));
    assertThat(detection.explanation().window()).isNotNull();
  }

  @Test
  void countsDistinctValuesOnly() {
    OneGroup fixture = new OneGroup(BASES + VALUES);
    fixture.on(failure(0, "a"));
    fixture.on(failure(1, "a"));
    fixture.on(failure(2, "b"));
    assertThat(fixture.on(failure(3, "b"))).isEmpty();
    assertThat(fixture.on(failure(4, "c"))).hasSize(1);
  }

  @Test
  void relatesInAnyOrder() {
    OneGroup fixture = new OneGroup(BASES + BOTH);
    fixture.on(success(0));
    assertThat(fixture.on(failure(60))).hasSize(1);
    fixture.on(failure(100));
    assertThat(fixture.on(success(161))).isEmpty();
  }

  @Test
  void chainsInOrderOnly() {
    OneGroup fixture = new OneGroup(BASES + GUESSING + CHAIN);
    assertThat(fixture.on(success(0))).isEmpty();
    fixture.on(failure(1));
    fixture.on(failure(2));
    assertThat(fixture.on(failure(3))).extracting(d -> d.rule().name()).containsExactly("guessing");
    List<Detection> chained = fixture.on(success(10));
    assertThat(chained).extracting(d -> d.rule().name()).containsExactly("chain");
    assertThat(chained.get(0).count()).isEqualTo(4);
    assertThat(fixture.on(success(11))).isEmpty();
  }

  @Test
  void whatOnlyContinuesIsKeptWhileSomethingOlderCanStillCome() {
    OneGroup fixture = new OneGroup(BASES + GUESSING + CHAIN);
    fixture.on(success(100));
    fixture.advance(99);
    assertThat(fixture.state.isEmpty()).isFalse();
    fixture.on(failure(100));
    fixture.advance(150);
    assertThat(fixture.state.isEmpty()).as("what it may continue is there").isFalse();

    OneGroup alone = new OneGroup(BASES + GUESSING + CHAIN);
    alone.on(success(100));
    assertThat(alone.state.nextExpiryMicros()).isEqualTo(TimeUnit.SECONDS.toMicros(100));
    alone.advance(100);
    assertThat(alone.state.isEmpty()).isTrue();
  }

  @Test
  void redeliveryChangesNothing() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    Event first = failure(0);
    fixture.on(first);
    fixture.on(first);
    fixture.on(first);
    assertThat(fixture.on(failure(1))).isEmpty();
    assertThat(fixture.correlator.counters().repeated()).isEqualTo(2);
  }

  @Test
  void anEarlierEventThatArrivesLateWithdrawsWhatNoLongerStands() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(1));
    fixture.on(failure(2));
    Detection before = fixture.on(failure(3)).get(0);
    List<Detection> told = fixture.on(failure(0));
    assertThat(told).hasSize(2);
    assertThat(told)
        .filteredOn(Detection::withdrawn)
        .extracting(Detection::id)
        .containsExactly(before.id());
  }

  @Test
  void whatIsOlderThanTheSettledIsCountedAsLate() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(100));
    fixture.state.advance(TimeUnit.SECONDS.toMicros(200));
    assertThat(fixture.on(failure(199))).isEmpty();
    assertThat(fixture.correlator.counters().late()).isEqualTo(1);
  }

  @Test
  void emptiesWhenNothingCanCountAnyMore() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(100));
    assertThat(fixture.state.isEmpty()).isFalse();
    for (int i = 0; i < 3 && !fixture.state.isEmpty(); i++) {
      fixture.state.advance(fixture.state.nextExpiryMicros());
    }
    assertThat(fixture.state.isEmpty()).isTrue();
    assertThat(fixture.state.nextExpiryMicros()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void pendingMatchesAreBounded() {
    OneGroup fixture = new OneGroup(BASES + VALUES);
    for (int i = 0; i < 25_000; i++) {
      fixture.on(failure(i / 1000, "same"));
    }
    assertThat(fixture.state.pendingCount()).isLessThanOrEqualTo(GroupState.MOST_PENDING);
    assertThat(fixture.correlator.counters().settledEarly()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {GUESSING, GUESSING + CHAIN, VALUES, BOTH})
  void standingDetectionsDoNotDependOnArrival(String correlation) {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      List<Event> events = events(random);
      Set<String> inOrder = standing(new OneGroup(BASES + correlation), events, random, false);
      Collections.shuffle(events, random);
      assertThat(standing(new OneGroup(BASES + correlation), events, random, false))
          .isEqualTo(inOrder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GUESSING, GUESSING + CHAIN, VALUES, BOTH})
  void settlingAndStoringBetweenEventsChangeNothing(String correlation) {
    Random random = new Random(11);
    for (int round = 0; round < 40; round++) {
      List<Event> events = events(random);
      Set<String> plain = standing(new OneGroup(BASES + correlation), events, random, false);
      assertThat(standing(new OneGroup(BASES + correlation), events, random, true))
          .isEqualTo(plain);
    }
  }

  @Test
  void alarmIsKeptWithTheState() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(0));
    fixture.state.alarmMicros(42);

    assertThat(GroupState.decode(fixture.correlator, fixture.state.encode()).alarmMicros())
        .isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({"1," + GroupState.NO_ALARM, "2,42"})
  void storedStatesOfOldVersionsAreRead(int version, long alarm) throws IOException {
    OneGroup fixture = new OneGroup(BASES + GUESSING + CHAIN);
    sequence = 5;

    fixture.state = GroupState.decode(fixture.correlator, sample(version));

    assertThat(fixture.state.alarmMicros()).isEqualTo(alarm);
    assertThat(fixture.state.pendingCount()).isEqualTo(1);
    assertThat(fixture.on(failure(45))).as("older than what was settled").isEmpty();
    assertThat(fixture.on(failure(51)))
        .singleElement()
        .satisfies(
            detection ->
                assertThat(detection.events())
                    .extracting("id")
                    .containsExactly("s:0:3", "s:0:4", "s:0:6"));
    assertThat(fixture.on(success(52))).extracting(d -> d.rule().name()).containsExactly("chain");
  }

  /** Failures at 0, 1, 2, 40 and 50 seconds, settled to 45. */
  private static byte[] sample(int version) throws IOException {
    try (InputStream in =
        GroupStateTest.class.getResourceAsStream("group-state-v" + version + ".base64")) {
      return Base64.getMimeDecoder().decode(in.readAllBytes());
    }
  }

  @Test
  void brokenBytesAreRefused() {
    OneGroup fixture = new OneGroup(BASES + GUESSING);
    fixture.on(failure(0));
    byte[] bytes = fixture.state.encode();
    bytes[0] = 99;
    assertThatThrownBy(() -> GroupState.decode(fixture.correlator, bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 99");
  }

  private List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    long second = 1_000;
    for (int i = 0; i < 60; i++) {
      second += random.nextInt(25);
      events.add(
          random.nextInt(4) == 0
              ? success(second)
              : failure(second, String.valueOf((char) ('a' + random.nextInt(4)))));
    }
    return events;
  }

  private static Set<String> standing(
      OneGroup fixture, List<Event> events, Random random, boolean interrupts) {
    Set<String> standing = new TreeSet<>();
    for (Event event : events) {
      for (Detection detection : fixture.on(event)) {
        boolean changed =
            detection.withdrawn() ? standing.remove(detection.id()) : standing.add(detection.id());
        assertThat(changed).isTrue();
      }
      if (interrupts && random.nextInt(3) == 0) {
        fixture.state.advance(event.timeMicros() - 1);
      }
      if (interrupts && random.nextInt(3) == 0) {
        fixture.storeAndRead();
      }
    }
    return standing;
  }

  private Event failure(long second) {
    return failure(second, "root");
  }

  private Event failure(long second, String user) {
    return OneGroup.event(second, sequence++, "failure", "user.name", user);
  }

  private Event success(long second) {
    return OneGroup.event(second, sequence++, "success", "user.name", "root");
  }
}
