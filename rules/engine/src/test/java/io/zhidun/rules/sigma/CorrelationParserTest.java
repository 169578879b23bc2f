package io.zhidun.rules.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationParserTest {
  private static final String BASES =
      """
      title: First
      name: first
      logsource: {product: linux}
      detection: {selection: {kind: first}, condition: selection}
      ---
      title: Second
      name: second
      logsource: {product: linux}
      detection: {selection: {kind: second}, condition: selection}
      ---
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "type: event_count, condition: {gte: 5} ~ gte 5",
        "type: event_count, condition: {gt: 100, lte: 200} ~ gt 100, lte 200",
        "type: event_count, condition: {neq: 0} ~ neq 0",
        "type: event_count, condition: {gt: 0, lt: 5} ~ gt 0, lt 5",
        "type: value_count, condition: {field: [a, b], eq: 7} ~ eq 7",
        "type: temporal ~ gte 2",
        "type: temporal_ordered, condition: {eq: 1} ~ eq 1",
        "type: value_sum, condition: {field: a, gt: 1.5} ~ gt 1.5",
        "type: value_sum, condition: {field: a, lt: -1} ~ lt -1",
        "type: value_sum, condition: {field: [a], gt: -1, neq: 0} ~ gt -1, neq 0",
        "type: value_sum, condition: {field: a, gte: 1000000000000} ~ gte 1000000000000",
        "type: value_avg, condition: {field: a, lte: 0} ~ lte 0",
        "type: value_avg, condition: {field: a, gt: 1, lt: 2} ~ gt 1, lt 2",
        "type: value_percentile, condition: {field: a, percentile: 1, lt: 5} ~ percentile 1 lt 5",
        "type: value_percentile, condition: {field: a, percentile: 99, neq: 5} ~ percentile 99 neq 5",
      })
  void readsEveryConditionThatAMatchCanDecide(String members, String shown) {
    RuleFile file = parse(members);
    assertThat(file.faults()).isEmpty();
    assertThat(correlation(file).conditionText()).isEqualTo(shown.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: event_count, condition: {lt: 5}",
        "type: event_count, condition: {lte: 5, neq: 3}",
        "type: event_count, condition: {eq: 0}",
        "type: event_count, condition: {neq: 5}",
        "type: event_count, condition: {gte: 0}",
        "type: event_count, condition: {gt: -1}",
        "type: value_count, condition: {field: a, lt: 5}",
        "type: temporal, condition: {lt: 2}",
        "type: temporal_ordered, condition: {neq: 1}",
        "type: value_sum, condition: {field: a, lt: 0.5}",
        "type: value_sum, condition: {field: a, eq: 0}",
        "type: value_sum, condition: {field: a, neq: 7}",
        "type: value_sum, condition: {field: a, gt: -2, lt: 2}",
      })
  void refusesWhatHoldsWhereNothingMatches(String members) {
    assertThat(parse(members).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("also holds where nothing"))
        .matches(Fault::unsupported);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "type: event_count, condition: {gt: 5, lt: 6} ~ \"gt 5, lt 6\" can never be reached",
        "type: event_count, condition: {eq: -3} ~ \"eq -3\" can never be reached",
        "type: temporal, condition: {gte: 3} ~ \"gte 3\" can never be reached",
        "type: value_sum, condition: {field: a, gt: 5, lt: 5} ~ can never be reached",
        "type: value_avg, condition: {field: a, eq: 5, neq: 5} ~ can never be reached",
        "type: event_count ~ event_count needs a condition such as gte: 5",
        "type: event_count, condition: 5 ~ event_count needs a condition such as gte: 5",
        "type: value_sum, condition: {field: a} ~ a condition needs a comparison",
        "type: event_count, condition: {gte: 1.5} ~ whole number, was \"1.5\"",
        "type: event_count, condition: {gte: five} ~ must be a number, was \"five\"",
        "type: event_count, condition: {gte: [5]} ~ must be a number, was a sequence",
        "type: value_sum, condition: {field: a, gt: 1e} ~ a limit must be a number, was \"1e\"",
        "type: event_count, condition: {min: 5} ~ \"min\" is not one of gt, gte, lt, lte, eq, neq",
        "type: event_count, condition: {field: a, gte: 5} ~ event_count takes no field",
        "type: value_count, condition: {gte: 5} ~ value_count needs a field",
        "type: value_sum, condition: {gte: 5} ~ value_sum needs a field",
        "type: value_avg, condition: {field: [], gte: 5} ~ value_avg needs a field",
        "type: value_sum, condition: {field: [a, b], gte: 5} ~ takes one field, got [a, b]",
        "type: value_sum, condition: {field: a, percentile: 5, gte: 5} ~ value_sum takes no percentile",
        "type: value_percentile, condition: {field: a, percentile: 0, gt: 1} ~ from 1 to 99, was \"0\"",
        "type: value_percentile, condition: {field: a, percentile: 100, gt: 1} ~ from 1 to 99, was \"100\"",
        "type: value_percentile, condition: {field: a, percentile: 9.5, gt: 1} ~ from 1 to 99, was \"9.5\"",
        "type: value_median, condition: {field: a, gt: 1} ~ \"value_median\" is not one of event_count,",
        "type: temporal, group-by: {a: b} ~ a list of texts expected",
        "type: temporal, aliases: [a] ~ aliases must map each alias to rules and fields",
        "type: temporal, aliases: {a: b} ~ alias \"a\" must map rules to fields",
        "type: temporal, aliases: {a: {first: [b]}} ~ must name one field of rule \"first\"",
        "type: temporal, generate: perhaps ~ generate must be true or false, was \"perhaps\"",
        "type: temporal, window: 5m ~ correlation knows no key \"window\"",
      })
  void namesTheRuleTheValueAndThePlaceOfAnError(String members, String message) {
    assertThat(parse(members).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).startsWith("test.yml:13 (relates): "))
        .satisfies(fault -> assertThat(fault.message()).contains(message.strip()))
        .matches(fault -> !fault.unsupported());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "type: event_count, condition: {gte: 10001} ~ counts further than 10000",
        "type: temporal, condition: first and not second ~ \"first and not second\" relates rules",
        "type: value_percentile, condition: {field: a, lte: 1} ~ with a percentile only",
      })
  void saysWhatOfACorrectRuleItCannotDo(String members, String message) {
    assertThat(parse(members).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains(message.strip()))
        .matches(Fault::unsupported);
  }

  @ParameterizedTest
  @CsvSource({"0s", "31d", "2592001s", "5w", "1H", "-5m", "99999999s"})
  void refusesATimespanThatIsNoneOrOutOfRange(String timespan) {
    String yaml = yaml("type: temporal").replace("60s", timespan);
    assertThat(RuleParser.parse("test.yml", yaml).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("time span \"" + timespan + "\""));
  }

  @Test
  void tellsAllFaultsOfASectionAtOnce() {
    String yaml =
        """
        title: Wrong
        name: wrong
        level: hgh
        generate: maybe
        correlation:
          type: value_sums
          rules: []
          group-by: [{a: b}]
          timespan: 5
          aliases: {x: y}
          condition: {gte: many, most: 5, percentile: 0}
        """;
    assertThat(RuleParser.parse("test.yml", yaml).faults())
        .extracting(Fault::line)
        .containsExactlyInAnyOrder(3, 4, 6, 6, 8, 9, 10, 11, 11, 11);
  }

  @Test
  void resolvesAliasesToTheRulesTheyName() {
    RuleFile file = parse("type: temporal, aliases: {ip: {first: source.ip, second: client.ip}}");
    List<Rule> rules = RuleLinker.link(file.drafts()).rules();
    Correlation correlation = rules.get(2).requireCorrelation();
    assertThat(correlation.fieldFor("ip", rules.get(0).id())).isEqualTo("source.ip");
    assertThat(correlation.fieldFor("ip", rules.get(1).id())).isEqualTo("client.ip");
    assertThat(correlation.fieldFor("user.name", rules.get(0).id())).isEqualTo("user.name");
    assertThat(correlation.aliases()).isEqualTo(Map.of("ip", correlation.aliases().get("ip")));
  }

  private static RuleFile parse(String members) {
    return RuleParser.parse("test.yml", yaml(members));
  }

  /** All of the correlation on line 13. */
  private static String yaml(String members) {
    return BASES
        + "title: Relates\nname: relates\ncorrelation: {rules: [first, second], timespan: 60s, "
        + members.strip()
        + "}\n";
  }

  private static Correlation correlation(RuleFile file) {
    List<Rule> rules = RuleLinker.link(file.drafts()).rules();
    return rules.get(rules.size() - 1).requireCorrelation();
  }
}
