package io.zhidun.rules.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.TestEvents;
import io.zhidun.rules.match.CompiledRules;
import io.zhidun.rules.match.EventMatcher;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are no rules by themselves: global filters, and actions of collections. */
class RuleDocumentsTest {
  private static final String RULE =
      """
      title: Tool
      name: tool
      id: r1
      logsource: {category: process_creation, product: windows}
      detection:
        selection: {Image|endswith: ncat.exe}
        condition: selection
      ---
      """;

  @ParameterizedTest
  @ValueSource(strings = {"selection", "not selection"})
  void aFilterTakesMatchesAwayFromTheRulesThatItNames(String condition) {
    String yaml =
        RULE + RULE.replace("tool", "other").replace("r1", "r2") + filter("r1", condition);
    assertThat(hits(yaml, "{\"Image\":\"ncat.exe\",\"User\":\"adm_1\"}")).containsExactly("r2");
    assertThat(hits(yaml, "{\"Image\":\"ncat.exe\",\"User\":\"guest\"}"))
        .containsExactly("r1", "r2");
    assertThat(hits(yaml, "{\"Image\":\"ncat.exe\"}")).containsExactly("r1", "r2");
  }

  @Test
  void aFilterMayNameARuleByItsName() {
    assertThat(
            hits(RULE + filter("tool", "selection"), "{\"Image\":\"ncat.exe\",\"User\":\"adm_1\"}"))
        .isEmpty();
  }

  @Test
  void aFilterThatCannotBeAppliedIsToldAndChangesNothing() {
    String yaml =
        RULE
            + filter("nobody", "selection")
            + filter("r1", "selection").replace("windows", "linux").replace("f1", "f2");
    RuleFile file = RuleParser.parse("test.yml", yaml);
    RuleLinker.Linked linked = RuleLinker.link(file.drafts(), file.filters());
    assertThat(linked.rules()).hasSize(1);
    assertThat(linked.faults())
        .extracting(Fault::message)
        .containsExactly(
            "filters rule \"nobody\", which is not in the set",
            "filters \"tool\", whose logsource is not the filter's");
  }

  @Test
  void aFilterChangesTheVersionOfItsRule() {
    assertThat(version(RULE + filter("r1", "selection"))).isNotEqualTo(version(RULE));
  }

  @Test
  void aFilterWithoutRulesOrConditionIsRefused() {
    String bare = "title: f\nlogsource: {product: windows}\nfilter: {selection: {a: 1}}\n";
    assertThat(RuleParser.parse("test.yml", bare).faults().get(0).message())
        .isEqualTo("filter must name the rules that it is for");
    String open = bare.replace("{selection", "{rules: [r1], selection");
    assertThat(RuleParser.parse("test.yml", open).faults().get(0).message())
        .isEqualTo("detection has no condition");
  }

  @Test
  void aGlobalDocumentLiesUnderThoseThatFollowUntilReset() {
    String yaml =
        """
        action: global
        title: Shared
        logsource: {product: windows}
        detection:
          selection: {a: 1}
          condition: selection and own
        ---
        id: r1
        detection: {own: {b: 1}}
        ---
        id: r2
        title: Own title
        detection: {own: {b: 2}}
        ---
        action: reset
        ---
        title: Alone
        id: r3
        logsource: {product: windows}
        detection: {own: {b: 2}, condition: own}
        """;
    assertThat(hits(yaml, "{\"a\":1,\"b\":1}")).containsExactly("r1");
    assertThat(hits(yaml, "{\"a\":1,\"b\":2}")).containsExactly("r2", "r3");
    assertThat(hits(yaml, "{\"b\":2}")).containsExactly("r3");
  }

  @Test
  void aRepeatLiesOverTheRuleBefore() {
    String yaml = RULE + "action: repeat\nid: r2\ndetection: {selection: {User: x}}\n";
    assertThat(hits(yaml, "{\"Image\":\"ncat.exe\"}")).containsExactly("r1");
    assertThat(hits(yaml.replace("name: tool\n", ""), "{\"Image\":\"ncat.exe\",\"User\":\"x\"}"))
        .containsExactly("r1", "r2");
  }

  @Test
  void aRepeatOfNothingIsRefused() {
    assertThat(RuleParser.parse("test.yml", "action: repeat\nid: r2\n").faults().get(0).message())
        .isEqualTo("action repeat has no rule before it");
  }

  private static String filter(String rule, String condition) {
    return """
        title: Administrators
        id: f1
        logsource: {category: process_creation, product: windows}
        filter:
          rules: [%s]
          selection: {User|startswith: adm_}
          condition: %s
        ---
        """
        .formatted(rule, condition);
  }

  private static String version(String yaml) {
    RuleFile file = RuleParser.parse("test.yml", yaml);
    return RuleLinker.link(file.drafts(), file.filters()).rules().get(0).reference().version();
  }

  private static Set<String> hits(String yaml, String json) {
    RuleFile file = RuleParser.parse("test.yml", yaml);
    RuleLinker.Linked linked = RuleLinker.link(file.drafts(), file.filters());
    Set<String> hits = new TreeSet<>();
    new EventMatcher(CompiledRules.compile(linked.rules()))
        .match(TestEvents.json(json), rule -> hits.add(rule.id()));
    return hits;
  }
}
