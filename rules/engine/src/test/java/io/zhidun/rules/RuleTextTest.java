package io.zhidun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.cases.CaseResult;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  private static final String TOOL =
      """
      title: Tool
      id: 11111111-1111-4111-8111-111111111111
      name: tool
      logsource: {product: linux}
      detection:
          selection: {process.name: nc}
          condition: selection
      """;
  private static final String MANY =
      """
      title: Many tools
      id: 22222222-2222-4222-8222-222222222222
      name: many-tools
      correlation:
          type: event_count
          rules: [tool]
          group-by: [host.name]
          timespan: 1m
          condition: {gte: 2}
      """;
  private static final RuleText BOTH = new RuleText("both.yml", TOOL + "---\n" + MANY);

  private final RuleSet base = RuleSet.of(List.of(BOTH)).rules();

  @Test
  void standsForItsLastCorrelation() {
    assertThat(BOTH.id()).startsWith("2222");
    assertThat(new RuleText("both.yml", MANY + "---\n" + TOOL).id()).startsWith("2222");
    assertThat(new RuleText("tool.yml", TOOL).id()).startsWith("1111");
    assertThat(new RuleText("tool.yml", TOOL.replace("title: Tool", "tle: x")).id())
        .startsWith("1111");
    assertThat(new RuleText("both.yml", BOTH.text().replace("gte: 2", "gt: x")).id())
        .startsWith("2222");
    assertThat(new RuleText("tool.yml", "a: [").id()).isEmpty();
  }

  @Test
  void takesThePlaceOfRulesWithItsIds() {
    RuleText changed = new RuleText("site.yml", TOOL.replace("nc", "socat"));

    RuleSet.Loaded loaded = base.with(List.of(changed), Set.of());

    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.rules().rules()).extracting(Rule::path).contains("site.yml", "both.yml");
    assertThat(loaded.rules().rules()).hasSize(2);
    assertThat(loaded.rules().version()).isNotEqualTo(base.version());
  }

  @Test
  void whatOnlyCountedForACorrelationStaysSilentWithoutIt() {
    RuleSet left = base.with(List.of(), Set.of("22222222-2222-4222-8222-222222222222")).rules();

    assertThat(left.rules()).extracting(Rule::name).containsExactly("tool");
    assertThat(left.rule("tool").orElseThrow().detectsAlone())
        .isEqualTo(base.rule("tool").orElseThrow().detectsAlone())
        .isFalse();
  }

  @Test
  void whatARemainingRuleNeedsCannotGo() {
    RuleSet.Verdicts verdicts =
        base.verdicts(List.of(), Set.of("11111111-1111-4111-8111-111111111111"));

    assertThat(verdicts.faults().toString()).contains("refers to rule \"tool\", which is not in");
  }

  @Test
  void verdictsAreThoseOfLoading() {
    List<RuleText> texts =
        List.of(
            new RuleText("a.yml", TOOL.replace("selection\n", "slection\n")),
            new RuleText("b.yml", MANY.replace("2222", "3333").replace("many-tools", "more")));

    RuleSet.Verdicts verdicts = base.verdicts(texts, Set.of());
    RuleSet.Loaded loaded = base.with(texts, Set.of());

    assertThat(verdicts.checks()).isEqualTo(loaded.checks());
    assertThat(verdicts.faults()).isEqualTo(loaded.faults());
    assertThat(verdicts.checks())
        .extracting(RuleCheck::status)
        .containsExactly(RuleCheck.Status.ERROR, RuleCheck.Status.OK);
    assertThat(verdicts.rules()).extracting(Rule::name).containsExactly("more");
  }

  @Test
  void casesAreBounded() {
    String cases =
        """
        - name: many
          detections: 1
          events:
            - {"@timestamp": "2026-11-22T02:00:00Z", repeat: 60, every: 1s, process.name: nc, host.name: a}
            - {"@timestamp": "2026-11-22T02:02:00Z", repeat: 60, every: 1s, process.name: nc, host.name: a}
        """;

    List<CaseResult> within = RuleCases.run(base, "both.yml", "both.cases.yml", cases, 120);
    List<CaseResult> beyond = RuleCases.run(base, "both.yml", "both.cases.yml", cases, 119);

    assertThat(within).extracting(CaseResult::actual).contains(60);
    assertThat(beyond.get(0).message()).contains("more events than may be run");
  }
}
