package io.zhidun.rules.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.rules.NaiveRule;
import io.zhidun.rules.SigmaTable;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.match.CompiledRules;
import io.zhidun.rules.match.EventMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each modifier and each form of a condition, as {@code sigma-modifiers.txt} and {@code
 * sigma-conditions.txt} write them down: by the compiled engine and by the naive evaluator.
 */
class SigmaTableTest {
  private static final SigmaTable MODIFIERS = SigmaTable.read("sigma-modifiers.txt", true);
  private static final SigmaTable CONDITIONS = SigmaTable.read("sigma-conditions.txt", false);
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "admins", List.of("root", "adm_*"),
          "nets", List.of("10.0.0.0/8", "2001:db8::/32"),
          "limits", List.of("100"),
          "drives", List.of("c", "d"),
          "shells", List.of("sh$", "ash$"));
  private static final Site SITE = new Site(new Placeholders(LISTS), FieldPipeline.NONE);

  static List<SigmaTable.Entry> entries() {
    return Stream.of(MODIFIERS, CONDITIONS).flatMap(table -> table.entries().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theEngineAndTheNaiveEvaluatorSayWhatTheTableSays(SigmaTable.Entry entry) {
    RuleFile file = RuleParser.parse("rule.yml", entry.rule("r"), SITE);
    String refusal = entry.refusal();
    if (refusal != null) {
      assertThat(file.drafts()).isEmpty();
      assertThat(file.faults()).isNotEmpty().allMatch(fault -> fault.message().contains(refusal));
      return;
    }
    assertThat(file.faults()).isEmpty();
    EventMatcher matcher = matcher(file.drafts());
    NaiveRule naive = new NaiveRule(entry.rule("r"), LISTS);
    for (String json : entry.events()) {
      boolean expected = entry.matched().contains(json);
      Event event = TestEvents.json(json);
      assertThat(!hits(matcher, event).isEmpty()).as("engine: " + json).isEqualTo(expected);
      assertThat(naive.matches(TestEvents.values(event))).as("naive: " + json).isEqualTo(expected);
    }
  }

  /** All rules in one index, so that their atoms share its tables. */
  @Test
  void allRulesTogetherSayOfEveryEventWhatEachSaysAlone() {
    List<RuleDraft> drafts = new ArrayList<>();
    Map<String, NaiveRule> naive = new LinkedHashMap<>();
    Set<String> events = new TreeSet<>();
    for (SigmaTable.Entry entry : entries()) {
      if (entry.refusal() == null) {
        String rule = entry.rule("r" + naive.size());
        drafts.addAll(RuleParser.parse("rule.yml", rule, SITE).drafts());
        naive.put("r" + naive.size(), new NaiveRule(rule, LISTS));
        events.addAll(entry.events());
      }
    }
    assertThat(drafts).hasSameSizeAs(naive.keySet());
    EventMatcher matcher = matcher(drafts);
    for (String json : events) {
      Event event = TestEvents.json(json);
      Map<String, List<Object>> values = TestEvents.values(event);
      Set<String> expected = new TreeSet<>();
      naive.forEach(
          (id, rule) -> {
            if (rule.matches(values)) {
              expected.add(id);
            }
          });
      assertThat(hits(matcher, event)).as(json).isEqualTo(expected);
    }
  }

  @Test
  void everyModifierOfTheParserStandsInTheTableBothWays() {
    Set<String> shown = new HashSet<>();
    Set<String> held = new HashSet<>();
    Set<String> failed = new HashSet<>();
    for (SigmaTable.Entry entry : MODIFIERS.entries()) {
      shown.add(entry.section());
      if (entry.detection().matches("(?s).*\\|" + entry.section() + "[|:'].*")) {
        entry.matched().forEach(event -> held.add(entry.section()));
        entry.unmatched().forEach(event -> failed.add(entry.section()));
      }
    }
    assertThat(held).containsExactlyInAnyOrderElementsOf(Modifiers.KNOWN);
    assertThat(failed).containsExactlyInAnyOrderElementsOf(Modifiers.KNOWN);
    shown.removeAll(Modifiers.KNOWN);
    assertThat(shown).containsExactlyInAnyOrder("none", "unknown");
  }

  private static EventMatcher matcher(List<RuleDraft> drafts) {
    RuleLinker.Linked linked = RuleLinker.link(drafts);
    assertThat(linked.faults()).isEmpty();
    return new EventMatcher(CompiledRules.compile(linked.rules()));
  }

  private static Set<String> hits(EventMatcher matcher, Event event) {
    Set<String> hits = new TreeSet<>();
    matcher.match(event, rule -> hits.add(rule.id()));
    return hits;
  }
}
