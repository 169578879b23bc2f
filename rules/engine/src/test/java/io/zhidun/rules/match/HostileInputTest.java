package io.zhidun.rules.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.JsonFault;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleLinker;
import io.zhidun.rules.sigma.RuleParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and events that somebody made to stop the engine. */
class HostileInputTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aLineOfMegabytesIsRefusedAtOnce() {
    String yaml = "title: long\n# " + "x".repeat(15 << 20) + "\n";
    assertThat(RuleParser.parse("long.yml", yaml).faults())
        .singleElement()
        .asString()
        .isEqualTo("long.yml:2: has more than 262144 characters in one line");
  }

  @Test
  void brokenYamlIsToldWithLineColumnAndExpectation() {
    RuleFile file = RuleParser.parse("bad.yml", "title: x\ndetection: {a: [1, 2}\n");
    assertThat(file.faults().get(0).toString())
        .startsWith("bad.yml:2:21: is not YAML: expected ',' or ']', but got }");
  }

  @Test
  void aRuleWithTooManyValuesIsRefused() {
    String values = "v,".repeat(100_000);
    RuleFile file = RuleParser.parse("t.yml", rule("a: [" + values + "]"));
    assertThat(file.faults().get(0).message())
        .isEqualTo("a list must have between 1 and 10000 items, has 100000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+b", "^(([a-z])+.)+[A-Z]([a-z])+$", ".{1000,}x"})
  void anExpressionThatExplodesWhenTracedBackTakesLinearTime(String expression) {
    EventMatcher matcher = matcher(rule("a|re: '" + expression + "'"));
    Event event = TestEvents.json("{\"a\":\"" + "a".repeat(50_000) + "!\"}");
    assertTimeout(SOON, () -> matcher.match(event, rule -> {}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"((a{100}){100}){100}", "(?:(?:\\pL{50}){50}){50}"})
  void anExpressionThatUnfoldsWithoutEndIsRefused(String expression) {
    RuleFile file = RuleParser.parse("t.yml", rule("a|re: '" + expression + "'"));
    assertThat(file.faults().get(0).message()).contains("repeats parts more than");
  }

  @Test
  void aFileOf50MegabytesIsRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("huge.yml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(50L << 20);
    }
    List<RuleCheck> checks = RuleSet.check(folder);
    assertThat(checks).hasSize(1);
    assertThat(checks.get(0).reasons().get(0)).contains("is larger than 16777216 bytes");
  }

  @Test
  void anEventNestedTooDeepIsRefused() {
    String json = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining("nesting is deeper than 32");
  }

  @Test
  void anEventOfTooManyFieldsIsRefused() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 50_000; i++) {
      json.append("\"f").append(i).append("\":1,");
    }
    assertThatThrownBy(() -> read(json + "\"z\":1}"))
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining("more than 4096 values");
  }

  @Test
  void aValueOf10MegabytesIsMatchedLikeAnyOther() {
    EventMatcher matcher =
        matcher(rule("a|contains: [needle, 'n*d?l*x']\n      b|re: '[^q]*q{3}'"));
    String hay = "\\\\ne\\u00e9".repeat(1_000_000);
    Event event = TestEvents.json("{\"a\":\"" + hay + "NEEDLE\",\"b\":\"" + hay + "qqq\"}");
    List<Rule> hits = new ArrayList<>();
    assertTimeout(SOON, () -> matcher.match(event, hits::add));
    assertThat(hits).hasSize(1);
  }

  private static void read(String json) throws JsonFault {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    new EventReader(true).read(bytes, 0, bytes.length, new Event());
  }

  private static String rule(String item) {
    return EventMatcherTest.rule(0, "sel:\n      " + item, "sel");
  }

  private static EventMatcher matcher(String yaml) {
    RuleFile file = RuleParser.parse("test.yml", yaml);
    assertThat(file.faults()).isEmpty();
    return new EventMatcher(CompiledRules.compile(RuleLinker.link(file.drafts()).rules()));
  }
}
