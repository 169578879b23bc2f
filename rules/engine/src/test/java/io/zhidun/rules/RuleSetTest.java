package io.zhidun.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.match.MatchObserver;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {
  private static final String ID = "11111111-1111-4111-8111-111111111111";
  private static final String RULE =
      """
      title: Tool
      id: 11111111-1111-4111-8111-111111111111
      name: tool
      logsource: {product: linux}
      detection:
          selection: {process.name: [nc, ncat]}
          filter: {user.name: root}
          condition: selection and not filter
      level: high
      """;

  @TempDir private Path folder;

  @Test
  void explainsADetectionOnOneEvent() throws IOException {
    RuleSet rules = RuleSet.load(write("tool.yml", RULE));
    Event event =
        TestEvents.with(TestEvents.at(5, "s", 7), "process.name", "NCAT", "user.name", "eve");
    Detection detection = Detector.single(rules.rule("tool").orElseThrow(), event);
    assertThat(detection.events()).extracting("id").containsExactly("s:0:7");
    assertThat(detection.explanation().conditions())
        .extracting("selection", "field", "expected", "actual", "negated")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("selection", "process.name", "ncat", "NCAT", false),
            org.assertj.core.groups.Tuple.tuple("filter", "user.name", "root", "eve", true));
  }

  @Test
  void versionChangesWithTheMeaningOnly() throws IOException {
    String version = version(RULE);
    assertThat(version("# a comment\n" + RULE.replace("high", "low"))).isEqualTo(version);
    assertThat(version(RULE.replace("ncat", "socat"))).isNotEqualTo(version);
    assertThat(version(RULE.replace("linux", "windows"))).isNotEqualTo(version);
  }

  private String version(String yaml) throws IOException {
    Rule rule = RuleSet.load(write("v.yml", yaml)).rules().get(0);
    return rule.reference().version();
  }

  @Test
  void aSetOfMoreThanFiftyMebibytesIsRefusedAsAWhole() throws IOException {
    RuleText large = new RuleText("large.yml", "# a comment\n".repeat((14 << 20) / 12));
    List<RuleText> texts = List.of(new RuleText("rule.yml", RULE), large, large, large, large);
    RuleSet.Verdicts verdicts = RuleSet.empty().verdicts(texts, Set.of());
    assertThat(verdicts.rules()).isEmpty();
    assertThat(verdicts.faults())
        .singleElement()
        .asString()
        .isEqualTo(
            "rule.yml: the set that begins with it has 56 MiB of text, at most 50 MiB may run");

    for (int i = 0; i < 4; i++) {
      write("large" + i + ".yml", large.text());
    }
    write("rule.yml", RULE);
    assertThat(RuleSet.read(folder).faults()).singleElement().asString().contains("50 MiB");
  }

  @Test
  void anObserverIsToldWhatMatchingTook() throws IOException {
    EventMatcher matcher = RuleSet.load(write("tool.yml", RULE)).newMatcher();
    List<String> told = new ArrayList<>();
    MatchObserver observer =
        new MatchObserver() {
          @Override
          public void searched(long nanos) {
            told.add("searched " + (nanos >= 0));
          }

          @Override
          public void ran(Rule rule, long nanos) {
            told.add(rule.name() + " " + (nanos >= 0));
          }
        };
    Event event = TestEvents.with(TestEvents.at(5, "s", 7), "process.name", "nc");
    matcher.match(event, rule -> told.add("matched"), observer);
    matcher.match(TestEvents.at(5, "s", 8), rule -> told.add("matched"), observer);
    matcher.match(event, rule -> told.add("unobserved"));

    assertThat(told)
        .containsExactly("searched true", "tool true", "matched", "searched true", "unobserved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "level: high ~ level: hgh ~ ERROR ~ severity \"hgh\" is not one of",
        "and not filter ~ and not ~ ERROR ~ a search identifier expected, found the end",
        "and not filter ~ filter ~ ERROR ~ and, or or the end expected",
        "and not filter ~ or other ~ ERROR ~ no search identifier \"other\"",
        "process.name: ~ process.name|contians: ~ ERROR ~ modifier \"contians\" is not one of",
        "{user.name: root} ~ {user.name|expand: '%admins%'} ~ UNSUPPORTED ~ placeholder \"admins\" has no list",
        "{user.name: root} ~ {user.name|expand: '50%'} ~ ERROR ~ belongs to no placeholder",
        "level: high ~ action: glob ~ ERROR ~ action \"glob\" is not one of",
        "{user.name: root} ~ {user.name|hour: 24} ~ ERROR ~ hour takes a number from 0 to 23",
        "{user.name: root} ~ {user.name|hour|contains: 2} ~ ERROR ~ does not go with \"hour\"",
        "{user.name: root} ~ {user.name|hour|day: 2} ~ ERROR ~ exclude each other",
        "and not filter ~ | count() > 5 ~ UNSUPPORTED ~ was replaced by correlations",
        "{user.name: root} ~ {user.name|re: '(?=a)b'} ~ UNSUPPORTED ~ linear-time matching",
        "{user.name: root} ~ {user.name|cidr: 10.0.0.0/33} ~ ERROR ~ not between 0 and 32",
        "{user.name: root} ~ {user.name: [} ~ ERROR ~ is not YAML: expected",
      })
  void refusesWithPlaceAndReason(String from, String to, RuleCheck.Status status, String reason)
      throws IOException {
    Path file = write("bad.yml", RULE.replace(from.strip(), to.strip()));
    List<RuleCheck> checks = RuleSet.check(file);
    assertThat(checks).extracting(RuleCheck::status).containsOnly(status);
    assertThat(checks.get(0).reasons())
        .anySatisfy(text -> assertThat(text).contains(reason.strip(), "bad.yml:"));
    assertThatThrownBy(() -> RuleSet.load(file)).isInstanceOf(RuleFaults.class);
  }

  @Test
  void namesEveryFaultAtOnce() throws IOException {
    write("a.yml", RULE.replace("level: high", "level: x"));
    write("b.yml", RULE.replace("condition:", "conditon:"));
    write("c.yml", "title: c\n");
    assertThatThrownBy(() -> RuleSet.load(folder))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("a.yml")
        .hasMessageContaining("b.yml")
        .hasMessageContaining("c.yml");
  }

  @Test
  void refusesTheSameIdTwiceAndCirclesOfCorrelations() throws IOException {
    write("a.yml", RULE);
    write("b.yml", RULE.replace("name: tool", "name: again"));
    write("c.yml", correlation("x", "y") + "---\n" + correlation("y", "x"));
    RuleSet.Loaded loaded = RuleSet.read(folder);
    assertThat(loaded.rules().rules()).hasSize(1);
    assertThat(loaded.faults())
        .anyMatch(fault -> fault.message().contains("is also that of"))
        .anyMatch(fault -> fault.message().contains("circle"));
  }

  @Test
  void rulesReferredToDoNotDetectAloneUnlessGenerated() throws IOException {
    String counting = correlation("many", "tool");
    assertThat(alone(RULE + "---\n" + counting)).isFalse();
    assertThat(alone(RULE + "---\n" + counting + "generate: true\n")).isTrue();
    assertThat(alone(RULE + "zhidun: {alone: true}\n---\n" + counting)).isTrue();
  }

  private boolean alone(String yaml) throws IOException {
    return RuleSet.load(write("alone.yml", yaml)).rule("tool").orElseThrow().detectsAlone();
  }

  @Test
  void aSitesTextsStandInPlaceOfRulesWithTheirIds() throws IOException {
    RuleSet shipped =
        RuleSet.load(write("shipped.yml", RULE + "---\n" + correlation("many", "tool")));
    RuleSet beside =
        RuleSet.load(
            write(
                "beside.yml",
                RULE.replace("11111111-", "22222222-").replace("name: tool", "name: beside")));

    RuleSet changed =
        shipped.exchanged(Set.of(), List.of(text(RULE.replace("ncat", "socat"))), beside, shipped);

    assertThat(changed.rules()).hasSize(3);
    assertThat(changed.rule(ID).orElseThrow().reference().version())
        .isNotEqualTo(shipped.rule(ID).orElseThrow().reference().version());
    assertThat(changed.rule("many").orElseThrow().requireCorrelation().rules())
        .as("its reference by name leads to the new rule")
        .containsExactly(ID);
    assertThat(changed.correlator().counters()).isSameAs(shipped.correlator().counters());
  }

  @Test
  void whatIsSwitchedOffDoesNotRunAndIsMissedByWhatRefersToIt() throws IOException {
    RuleSet shipped =
        RuleSet.load(write("shipped.yml", RULE + "---\n" + correlation("many", "tool")));

    assertThat(shipped.exchanged(Set.of("many"), List.of(), RuleSet.empty(), shipped).rules())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.detectsAlone())
                    .as("one that was only counted must not alert on each event now")
                    .isFalse());
    assertThatThrownBy(() -> shipped.exchanged(Set.of(ID), List.of(), RuleSet.empty(), shipped))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("refers to rule \"tool\", which is not in the set");
  }

  private static RuleFile text(String yaml) {
    return RuleParser.parse("live", yaml);
  }

  private static String correlation(String name, String refers) {
    return "title: %s\nid: %s\nname: %s\ncorrelation: {type: event_count, rules: [%s], timespan: 1m, condition: {gte: 2}}\n"
        .formatted(name, name, name, refers);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
