package io.zhidun.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.Explanation;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleLinker;
import io.zhidun.rules.sigma.RuleParser;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of a match: what held, under the name of its selection. */
class ConditionsTest {
  @Test
  void tellsOfAllPartsAndOfTheFirstThatIsEnough() {
    Rule rule = rule("one: {a: 1, b|contains: [x, y, z]}\n    two: {c: q}", "one and (two or one)");
    assertThat(told(rule, "{\"a\":1,\"b\":\"zy\",\"c\":\"r\"}"))
        .containsExactly("one a 1=1", "one b y=zy", "one a 1=1", "one b y=zy");
  }

  @Test
  void tellsWhatKeptAnExceptionFromHolding() {
    Rule rule =
        rule("sel: {a: 1}\n    f: {b: [x, y], c: z}\n    g: {d: w}", "sel and not (f or g)");
    List<String> expected = List.of("sel a 1=1", "f not c z=q", "g not d w=");
    assertThat(told(rule, "{\"a\":1,\"b\":\"y\",\"c\":\"q\"}")).isEqualTo(expected);
  }

  @Test
  void tellsNothingWhereTheRuleIsNotTrue() {
    Rule rule = rule("one: {a: 1}\n    two: {b: 2}", "one and not two");
    assertThat(told(rule, "{\"a\":1,\"b\":2}")).isEmpty();
    assertThat(told(rule, "{\"b\":3}")).isEmpty();
  }

  @Test
  void tellsWhichOfSeveralValuesHeld() {
    Rule rule = rule("one: {a|contains: x}\n    k: [needle]", "one and k");
    assertThat(told(rule, "{\"a\":[\"b\",\"wx\"],\"nobody\":\"a needle\"}"))
        .containsExactly("one a x=wx", "k  needle=a needle");
  }

  @Test
  void tellsOfFiftyConditionsAtMost() {
    String values = IntStream.range(0, 80).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    Rule rule = rule("one: {a: 1}\n    two: {b: [" + values + "]}", "one and not two");
    assertThat(told(rule, "{\"a\":1,\"b\":\"w\"}"))
        .hasSize(50)
        .startsWith("one a 1=1", "two not b v0=w")
        .endsWith("two not b v48=w");
  }

  private static List<String> told(Rule rule, String json) {
    Event event = TestEvents.json(json);
    return Detector.conditions(rule, event).stream().map(ConditionsTest::shown).toList();
  }

  private static String shown(Explanation.Condition one) {
    return one.selection()
        + (one.negated() ? " not " : " ")
        + one.field()
        + " "
        + one.expected()
        + "="
        + one.actual();
  }

  private static Rule rule(String searches, String condition) {
    String yaml =
        "title: t\nid: t\nlogsource: {product: windows}\ndetection:\n    "
            + searches
            + "\n    condition: "
            + condition
            + "\n";
    return RuleLinker.link(RuleParser.parse("t.yml", yaml).drafts()).rules().get(0);
  }
}
