package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.RawRecord;
import io.zhidun.events.Topics;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.StreamMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators under sets of rules that change, and that differ between runs. */
class LiveRulesTest {
  private static final long RECEIVED = 1_795_305_600_000_000L;
  private static final String GUESSING = "edad9693-c80f-401c-9796-6249eb47f479";

  /** Refers to the one above. */
  private static final String AFTER_GUESSING = "3296c7cf-41b4-451d-b67e-d65230c61a75";

  private static final String FAILURE =
      """
      title: Failure
      id: d0000000-0000-4000-8000-000000000002
      name: failure-here
      logsource: {product: linux, service: sshd}
      detection: {selection: {event.outcome: failure}, condition: selection}
      ---
      """;

  /** Three failures of one address within a minute. */
  private static final LiveRule THREE =
      counting("c0000000-0000-4000-8000-000000000003", "three-failures", 3);

  private static final LiveRule ROOT =
      LiveRule.of(
          "d0000000-0000-4000-8000-000000000001",
          "root.yml",
          """
          title: Root tried
          id: d0000000-0000-4000-8000-000000000001
          name: root-tried
          logsource: {product: linux, service: sshd}
          detection: {selection: {user.name: root}, condition: selection}
          level: low
          """);

  @TempDir private Path folder;

  private RuleSource source;
  private final RuleTexts topic = new RuleTexts();

  @BeforeEach
  void siteOfItsOwn() {
    source = new RuleSource(folder.toString(), "");
  }

  @Test
  void aSetTakesEffectBetweenTwoRecords() throws Exception {
    try (var match = matching()) {
      match.open();
      match.processElement(guess(0), 0);
      activate(source, 1, Set.of(), ROOT);
      match.processElement(guess(1), 0);

      assertThat(hits(match)).extracting(Hit::set).containsExactly(0L, 1L, 1L);
      assertThat(hits(match))
          .filteredOn(hit -> hit.detection() != null)
          .singleElement()
          .satisfies(
              hit -> assertThat(hit.detection()).extracting("rule.name").isEqualTo("root-tried"));
    }
    assertThat(StreamMetrics.RULE_SET.get()).isEqualTo(1);
  }

  @Test
  void windowsOfUnchangedRulesGoOnAndNewRulesCountFromTheChangeOn() throws Exception {
    try (Stream stream = new Stream(source)) {
      stream.guesses(0, 3);
      activate(source, 1, Set.of(), THREE);
      stream.guesses(3, 8);

      assertThat(stream.detections())
          .containsExactly("ssh-password-guessing at auth:1:4", "three-failures at auth:1:5");
    }
  }

  @Test
  void windowsOfAChangedRuleAreDropped() throws Exception {
    try (Stream stream = new Stream(source)) {
      stream.guesses(0, 4);
      activate(source, 1, Set.of(), counting(GUESSING, "ssh-password-guessing", 2));
      stream.guesses(4, 6);

      assertThat(stream.detections()).containsExactly("ssh-password-guessing at auth:1:5");
    }
  }

  @Test
  void aRuleThatIsSwitchedOffCountsNoMore() throws Exception {
    try (Stream stream = new Stream(source)) {
      stream.guesses(0, 4);
      activate(source, 1, Set.of(GUESSING, AFTER_GUESSING), THREE);
      stream.guesses(4, 7);

      assertThat(stream.detections()).containsExactly("three-failures at auth:1:6");
    }
  }

  @Test
  void hitsOfAnOlderSetStillCountForUnchangedRules() throws Exception {
    try (var slow = matching();
        var fast = matching();
        var correlate = correlating()) {
      slow.open();
      fast.open();
      correlate.open();
      for (int i = 0; i < 4; i++) {
        slow.processElement(guess(i), 0);
      }
      activate(source, 1, Set.of(), ROOT);
      fast.processElement(guess(4), 0);
      feed(correlate, hits(fast));
      feed(correlate, hits(slow));

      assertThat(CountingStep.told(correlate))
          .extracting(detection -> detection.rule().name() + " at " + last(detection))
          .containsExactly("root-tried at auth:1:4", "ssh-password-guessing at auth:1:4");
    }
  }

  @Test
  void aSetThatDoesNotCompileIsRefusedAsAWholeAndTheOldOneGoesOn() throws Exception {
    double refused = StreamMetrics.RULE_SETS_REFUSED.get();
    LiveRule broken = LiveRule.of("b", "broken.yml", "title: b\nid: b\nlevel: hgh\n");
    try (var match = matching()) {
      match.open();
      activate(source, 1, Set.of(), ROOT);
      activate(source, 2, Set.of(), ROOT, broken, THREE);
      match.processElement(guess(0), 0);

      assertThat(hits(match)).extracting(Hit::set).containsOnly(1L);
    }
    assertThat(StreamMetrics.RULE_SETS_REFUSED.get()).isEqualTo(refused + 1);
  }

  @Test
  void textsAreReadWithTheSitesListsAndNames() throws Exception {
    LiveRule expanding =
        LiveRule.of(
            ROOT.id(),
            "root.yml",
            ROOT.text().replace("user.name: root", "'Account|expand': '%admins%'"));
    Files.writeString(folder.resolve("placeholders.yml"), "admins: [toor, root]\n");
    Files.writeString(folder.resolve("fields.yml"), "fields: {Account: user.name}\n");
    try (var match = matching()) {
      match.open();
      activate(source, 1, Set.of(), expanding);
      match.processElement(guess(0), 0);

      assertThat(hits(match))
          .filteredOn(hit -> hit.detection() != null)
          .singleElement()
          .satisfies(
              hit -> assertThat(hit.detection()).extracting("rule.name").isEqualTo("root-tried"));
    }
  }

  @Test
  void aTextThatNeedsAListTheSiteHasNotIsRefused() {
    LiveRule expanding =
        LiveRule.of(
            ROOT.id(),
            "root.yml",
            ROOT.text().replace("user.name: root", "'user.name|expand': '%admins%'"));
    double refused = StreamMetrics.RULE_SETS_REFUSED.get();

    activate(source, 1, Set.of(), expanding);

    assertThat(LiveRules.of(source).newest().number()).isZero();
    assertThat(StreamMetrics.RULE_SETS_REFUSED.get()).isEqualTo(refused + 1);
  }

  @Test
  void aSetWhoseTextsAreNotThereIsRefused() {
    double refused = StreamMetrics.RULE_SETS_REFUSED.get();
    LiveRules rules = LiveRules.of(source);

    rules.offer(set(1, Set.of(), ROOT), topic);

    assertThat(rules.newest().number()).isZero();
    assertThat(StreamMetrics.RULE_SETS_REFUSED.get()).isEqualTo(refused + 1);
  }

  @Test
  void anOlderSetIsNotTaken() {
    activate(source, 5, Set.of(), ROOT);
    activate(source, 4, Set.of(), THREE);

    assertThat(LiveRules.of(source).newest().number()).isEqualTo(5);
  }

  @Test
  void whatCannotBeReadFromTheTopicStopsNothing() {
    topic.on("set", "{\"number\":1}".getBytes(StandardCharsets.UTF_8));
    topic.on("set", null);
    topic.on("x", "{".getBytes(StandardCharsets.UTF_8));
    topic.on("x", "null".getBytes(StandardCharsets.UTF_8));
    topic.on("other", Json.mapper().writeValueAsBytes(ROOT));
    activate(source, 7, Set.of(), ROOT);

    assertThat(LiveRules.of(source).newest().number()).isEqualTo(7);
  }

  @Test
  void aCheckpointIsReadUnderAnotherSetThanTheOneThatWroteIt() throws Exception {
    activate(source, 1, Set.of(), THREE);
    List<Hit> hits = guesses(source, 0, 2);
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      feed(correlate, hits);
      correlate.prepareSnapshotPreBarrier(1);
      saved = correlate.snapshot(1, 1);
    }

    RuleSource later =
        new RuleSource(Files.createDirectory(folder.resolve("later")).toString(), "");
    activate(later, 2, Set.of(), THREE, ROOT, counting("c4", "four-failures", 4));
    try (var correlate = correlating(later)) {
      correlate.initializeState(saved);
      correlate.open();
      feed(correlate, guesses(later, 2, 6));

      assertThat(CountingStep.told(correlate))
          .extracting(detection -> detection.rule().name() + " at " + last(detection))
          .contains(
              "three-failures at auth:1:2",
              "ssh-password-guessing at auth:1:4",
              "four-failures at auth:1:5");
    }
  }

  @Test
  void windowsOfASitesOwnRulesSurviveARestart() throws Exception {
    Files.createDirectory(folder.resolve("rules"));
    Files.writeString(
        folder.resolve("rules/three.yml"),
        FAILURE + THREE.text().replace("[ssh-login-failure]", "[failure-here]"));
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      feed(correlate, guesses(source, 0, 2));
      correlate.prepareSnapshotPreBarrier(1);
      saved = correlate.snapshot(1, 1);
    }
    try (var correlate = correlating()) {
      correlate.initializeState(saved);
      correlate.open();
      feed(correlate, guesses(source, 2, 3));

      assertThat(CountingStep.told(correlate))
          .extracting(detection -> detection.rule().name())
          .containsExactly("three-failures");
    }
  }

  @Test
  void aRestartGoesOnWithTheSetInForceWhereTheTopicHasNoneAsNewThatCompiles() throws Exception {
    activate(source, 3, Set.of(), ROOT);
    OperatorSubtaskState saved;
    try (var match = matching()) {
      match.open();
      saved = match.snapshot(1, 1);
    }

    RuleSource later =
        new RuleSource(Files.createDirectory(folder.resolve("later")).toString(), "");
    activate(later, 2, Set.of(), THREE);
    activate(later, 4, Set.of(), LiveRule.of("b", "broken.yml", "title: b\nid: b\n"));
    try (var match = matching(later)) {
      match.initializeState(saved);
      match.open();
      match.processElement(guess(0), 0);

      assertThat(hits(match))
          .as("set 2 is older, set 4 is refused")
          .extracting(Hit::set)
          .containsExactly(3L, 3L);
    }
  }

  @Test
  void hitsOfRulesAreCountedByVersion() throws Exception {
    RuleHits hits = new RuleHits();
    RuleHits.Share one = hits.newShare();
    RuleHits.Share other = hits.newShare();
    one.count("a", "v1", 5_000_000, 1);
    one.count("a", "v2", 6_000_000, 2);
    one.count("a", "v2", 4_000_000, 2);
    other.count("a", "v2", 7_000_000, 3);

    assertThat(hits.toNdjson().lines())
        .containsExactly(
            "{\"id\":\"a\",\"version\":\"v1\",\"hits\":1,\"lastHit\":\"1970-01-01T00:00:05Z\",\"set\":1}",
            "{\"id\":\"a\",\"version\":\"v2\",\"hits\":3,\"lastHit\":\"1970-01-01T00:00:07Z\",\"set\":3}");
  }

  @Test
  void aRuleThatIsLookedAtAndNeverHitsIsListedWithItsShareOfTheTime() {
    RuleHits hits = new RuleHits();
    RuleHits.Share one = hits.newShare();
    RuleHits.Share other = hits.newShare();
    Rule dear = RuleSet.catalog().rule("ssh-login-failure").orElseThrow();
    one.searched(2_000);
    one.ran(dear, 5_000);
    other.searched(2_000);
    other.ran(dear, 1_000);
    other.count("cheap", "v1", 5_000_000, 1);

    assertThat(hits.all())
        .extracting("id", "hits", "lastHit", "matchShare")
        .containsExactlyInAnyOrder(
            tuple(dear.id(), 0L, null, 0.6), tuple("cheap", 1L, Instant.ofEpochSecond(5), 0.0));
  }

  @Test
  void oneEventInAThousandIsTimed() throws Exception {
    RuleHits.Hits before = sampled();
    try (var match = matching()) {
      match.open();
      for (int i = 0; i < 1_020; i++) {
        match.processElement(guess(i), 0);
      }
      assertThat(sampled().matchShare()).isEqualTo(before.matchShare());
      for (int i = 1_020; i < 1_100; i++) {
        match.processElement(guess(i), 0);
      }
    }
    assertThat(sampled().hits()).isEqualTo(before.hits() + 1_100);
    assertThat(sampled().matchShare()).isNotNull().isBetween(0.0001, 1.0);
  }

  /** What the process counted of the rule that each guess hits. */
  private static RuleHits.Hits sampled() {
    String id = RuleSet.catalog().rule("ssh-login-failure").orElseThrow().id();
    return RuleHits.ofProcess().all().stream()
        .filter(hits -> hits.id().equals(id))
        .max(Comparator.comparingLong(RuleHits.Hits::hits))
        .orElse(new RuleHits.Hits(id, "", 0, null, 0, null));
  }

  /** Matching and counting as they run with one subtask: a hit is counted at once. */
  private final class Stream implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<RawRecord, Outgoing> match;
    private final KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlate;
    private int counted;

    Stream(RuleSource rules) throws Exception {
      match = matching(rules);
      correlate = correlating(rules);
      correlate.open();
      match.open();
    }

    void guesses(int from, int to) throws Exception {
      for (int i = from; i < to; i++) {
        match.processElement(guess(i), 0);
        List<Hit> all = hits(match);
        feed(correlate, all.subList(counted, all.size()));
        counted = all.size();
      }
    }

    List<String> detections() {
      return CountingStep.told(correlate).stream()
          .map(detection -> detection.rule().name() + " at " + last(detection))
          .toList();
    }

    @Override
    public void close() throws Exception {
      match.close();
      correlate.close();
    }
  }

  private List<Hit> guesses(RuleSource rules, int from, int to) throws Exception {
    try (var match = matching(rules)) {
      match.open();
      for (int i = from; i < to; i++) {
        match.processElement(guess(i), 0);
      }
      return hits(match);
    }
  }

  private void activate(RuleSource rules, long number, Set<String> disabled, LiveRule... texts) {
    for (LiveRule text : texts) {
      topic.on(text.id(), Json.mapper().writeValueAsBytes(text));
    }
    topic.on(LiveRuleSet.KEY, Json.mapper().writeValueAsBytes(set(number, disabled, texts)));
    LiveRules.of(rules).offer(Objects.requireNonNull(topic.set()), topic);
  }

  private static LiveRuleSet set(long number, Set<String> disabled, LiveRule... texts) {
    List<LiveRuleSet.Member> members = new ArrayList<>();
    for (LiveRule text : texts) {
      members.add(new LiveRuleSet.Member(text.id(), text.version()));
    }
    return new LiveRuleSet(number, Instant.EPOCH, "author", "approver", members, disabled);
  }

  private static LiveRule counting(String id, String name, int count) {
    return LiveRule.of(
        id,
        name + ".yml",
        """
        title: %1$s
        id: %2$s
        name: %1$s
        correlation: {type: event_count, rules: [ssh-login-failure], group-by: [source.ip], timespan: 60s, condition: {gte: %3$d}}
        level: low
        zhidun: {alone: true}
        """
            .formatted(name, id, count));
  }

  private static String last(Detection detection) {
    return detection.events().get(detection.events().size() - 1).id();
  }

  private static void feed(
      KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlate, List<Hit> hits)
      throws Exception {
    for (Hit hit : hits) {
      correlate.processElement(hit, 0);
    }
  }

  private static List<Hit> hits(OneInputStreamOperatorTestHarness<RawRecord, Outgoing> match) {
    List<Hit> hits = new ArrayList<>();
    var sent = match.getSideOutput(MatchOperator.HITS);
    if (sent != null) {
      sent.forEach(record -> hits.add(record.getValue()));
    }
    assertThat(match.extractOutputValues())
        .extracting(Outgoing::topic)
        .doesNotContain(Topics.REJECTED);
    return hits;
  }

  private OneInputStreamOperatorTestHarness<RawRecord, Outgoing> matching() throws Exception {
    return matching(source);
  }

  private static OneInputStreamOperatorTestHarness<RawRecord, Outgoing> matching(RuleSource rules)
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(new MatchOperator(rules, Duration.ofMinutes(2)));
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlating() throws Exception {
    return correlating(source);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlating(
      RuleSource rules) throws Exception {
    return CountingStep.of(CorrelateOperator.first(rules));
  }

  private static RawRecord guess(int sequence) throws IOException {
    String line =
        "2026-11-22T00:00:%02d+00:00 gate sshd[7]: Failed password for root from 2001:db8::9 port 4 ssh2"
            .formatted(sequence % 60);
    return new RawRecord(
        "syslog",
        "c",
        "auth",
        1,
        sequence,
        RECEIVED,
        null,
        "UTC",
        line.getBytes(StandardCharsets.UTF_8));
  }
}
