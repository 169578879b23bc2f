package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleLinker;
import io.zhidun.rules.sigma.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlations that count the detections of others by other fields than those group by. */
class RegroupingTest {
  private static final String FAILURE =
      """
      title: Failure
      id: failure
      name: failure
      logsource: {product: linux}
      detection: {selection: {event.action: failure}, condition: selection}
      ---
      """;
  private static final String GUESSING =
      """
      title: Guessing at a host
      id: guessing
      name: guessing
      correlation: {type: event_count, rules: [failure], group-by: [source.ip, host.name], timespan: 60s, condition: {gte: 2}}
      zhidun: {summary-en: "{source.ip} guesses at {host.name}", summary-zh: "{source.ip} 猜测 {host.name}"}
      """;
  private static final String SWEEP =
      """
      ---
      title: Guessing at several hosts
      id: sweep
      name: sweep
      correlation: {type: value_count, rules: [guessing], group-by: [source.ip], timespan: 5m, condition: {field: host.name, gte: 2}}
      """;

  @TempDir private Path folder;
  private RuleSet rules;
  private long sequence;

  @BeforeEach
  void load() throws IOException {
    rules = load(FAILURE + GUESSING + SWEEP);
  }

  @Test
  void detectionsOfOneAddressAtSeveralHostsAreCountedTogether() {
    List<Detection> told =
        told(rules, failure(0, "a"), failure(1, "a"), failure(2, "b"), failure(3, "b"));

    assertThat(told)
        .singleElement()
        .satisfies(
            sweep -> {
              assertThat(sweep.rule().name()).isEqualTo("sweep");
              assertThat(sweep.group()).isEqualTo(Map.of("source.ip", "2001:db8::1"));
              assertThat(sweep.events())
                  .extracting(event -> event.fields().get("host.name"))
                  .containsExactly("a", "b");
              assertThat(sweep.events().get(0).original())
                  .isEqualTo("2001:db8::1 猜测 a\n2001:db8::1 guesses at a");
            });
  }

  @Test
  void oneHostTwiceIsOneHost() {
    assertThat(told(rules, failure(0, "a"), failure(1, "a"), failure(2, "a"), failure(3, "a")))
        .isEmpty();
  }

  @Test
  void whatIsToldOfTheInnerOneIsUpToIt() throws IOException {
    RuleSet both = load(FAILURE + GUESSING.replace("zhidun: {", "zhidun: {alone: true, ") + SWEEP);
    assertThat(
            told(both, failure(0, "a"), failure(1, "a"), failure(2, "b"), failure(3, "b")).stream()
                .map(detection -> detection.rule().name()))
        .containsExactly("guessing", "guessing", "sweep");
  }

  @Test
  void whatAnInnerOneWithdrawsIsTakenBack() {
    // The third at host b was told with the second; with the late first it is the second that was.
    Event first = failure(10, "b");
    Event second = failure(20, "b");
    Event third = failure(30, "b");
    List<Detection> told = told(rules, failure(0, "a"), failure(1, "a"), second, third, first);

    assertThat(told).hasSize(3);
    assertThat(told.get(0).withdrawn()).isFalse();
    assertThat(told.subList(1, 3))
        .extracting(Detection::withdrawn)
        .containsExactlyInAnyOrder(true, false);
    assertThat(told.subList(1, 3))
        .filteredOn(Detection::withdrawn)
        .extracting(Detection::id)
        .containsExactly(told.get(0).id());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void standsTheSameWhateverTheOrderOfArrival(long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(failure(random.nextInt(400), String.valueOf((char) ('a' + random.nextInt(4)))));
    }
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(
        Comparator.comparingLong((Event event) -> event.timeMicros())
            .thenComparingLong(Event::sequence));
    Map<String, List<String>> expected = standing(sorted);
    assertThat(expected).isNotEmpty();
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(events, random);
      assertThat(standing(events)).isEqualTo(expected);
    }
  }

  private Map<String, List<String>> standing(List<Event> events) {
    Map<String, List<String>> standing = new TreeMap<>();
    for (Detection detection : told(rules, events.toArray(Event[]::new))) {
      if (detection.withdrawn()) {
        assertThat(standing.remove(detection.id())).isNotNull();
      } else {
        standing.put(detection.id(), detection.events().stream().map(EvidenceEvent::id).toList());
      }
    }
    return standing;
  }

  @Test
  void fieldsThatTheInnerOneDoesNotGroupByAreRefused() {
    assertThat(
            faults(
                FAILURE
                    + GUESSING
                    + SWEEP.replace("[source.ip], timespan", "[user.name], timespan")))
        .containsExactly(
            "asks for field \"user.name\" of correlation \"guessing\", whose detections have the"
                + " fields that it groups by: source.ip, host.name");
    assertThat(faults(FAILURE + GUESSING + SWEEP.replace("field: host.name", "field: url.path")))
        .containsExactly(
            "asks for field \"url.path\" of correlation \"guessing\", whose detections have the"
                + " fields that it groups by: source.ip, host.name");
  }

  @Test
  void aSecondChangeOfGroupingIsRefused() {
    String third =
        """
        ---
        title: Everywhere
        id: everywhere
        name: everywhere
        correlation: {type: event_count, rules: [sweep], timespan: 5m, condition: {gte: 2}}
        """;
    assertThat(faults(FAILURE + GUESSING + SWEEP + third))
        .containsExactly(
            "is the end of a chain that changes what it groups by 2 times; once is supported");
  }

  @Test
  void aliasesNameTheFieldsOfTheInnerOne() throws IOException {
    RuleSet aliased =
        load(
            FAILURE
                + GUESSING
                + SWEEP.replace(
                    "group-by: [source.ip],",
                    "aliases: {who: {guessing: source.ip}}, group-by: [who],"));
    assertThat(told(aliased, failure(0, "a"), failure(1, "a"), failure(2, "b"), failure(3, "b")))
        .singleElement()
        .satisfies(sweep -> assertThat(sweep.group()).isEqualTo(Map.of("who", "2001:db8::1")));
  }

  private static List<Detection> told(RuleSet rules, Event... events) {
    DetectionRun run = new DetectionRun(rules);
    List<Detection> told = new ArrayList<>();
    for (Event event : events) {
      run.on(event, told::add);
    }
    return told;
  }

  private static List<String> faults(String yaml) {
    List<RuleDraft> drafts = RuleParser.parse("test.yml", yaml).drafts();
    return RuleLinker.link(drafts).faults().stream().map(Fault::message).toList();
  }

  private RuleSet load(String yaml) throws IOException {
    return RuleSet.load(Files.writeString(folder.resolve("rules.yml"), yaml));
  }

  private Event failure(long second, String host) {
    Event event = TestEvents.at(second, "s", sequence++);
    return TestEvents.with(
        event, "event.action", "failure", "source.ip", "2001:db8::1", "host.name", host);
  }
}
