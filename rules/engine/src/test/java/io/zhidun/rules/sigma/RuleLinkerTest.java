package io.zhidun.rules.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleLinkerTest {
  private static final String BASE =
      """
      title: Base
      name: base
      id: id-base
      logsource: {product: linux}
      detection: {selection: {kind: base}, condition: selection}
      ---
      """;

  @Test
  void aCircleIsToldOfEachMemberAndOfWhoRefersToIt() {
    RuleLinker.Linked linked =
        link(BASE + counting("a", "b") + counting("b", "c") + counting("c", "b"));
    assertThat(linked.rules()).extracting(Rule::name).containsExactly("base");
    assertThat(linked.faults())
        .extracting(Fault::rule, Fault::message)
        .containsExactlyInAnyOrder(
            tuple("a", "refers to rule \"b\", which cannot run"),
            tuple("b", "correlations refer to each other in a circle: b -> c -> b"),
            tuple("c", "correlations refer to each other in a circle: b -> c -> b"));
  }

  @Test
  void aRuleThatRefersToItselfIsACircle() {
    assertThat(link(counting("a", "a")).faults())
        .extracting(Fault::message)
        .containsExactly("correlations refer to each other in a circle: a -> a");
  }

  @Test
  void allThatIsWrongWithReferencesIsToldAtOnce() {
    String yaml =
        """
        title: Wrong
        name: wrong
        correlation:
          type: temporal
          rules: [nobody, base, id-base, absent]
          timespan: 60s
          aliases: {user: {base: user.name, ghost: user.id}}
        """;
    assertThat(link(BASE + yaml).faults())
        .allMatch(fault -> fault.line() == 7 && fault.rule().equals("wrong"))
        .extracting(Fault::message)
        .containsExactlyInAnyOrder(
            "refers to rule \"nobody\", which is not in the set",
            "refers to rule \"absent\", which is not in the set",
            "refers to rule \"id-base\" twice",
            "has an alias for rule \"ghost\", which is not in the set");
  }

  @Test
  void aChainOfSixteenLinksAndALongerOneIsRefusedWithItsReason() {
    assertThat(link(BASE + chain(16)).faults()).isEmpty();
    assertThat(link(BASE + chain(18)).faults())
        .anySatisfy(fault -> assertThat(fault.message()).contains("chain of over 16"))
        .extracting(Fault::rule)
        .contains("c17");
  }

  @Test
  void valuesOfACorrelationThatGroupsAlikeAreRefused() {
    String values =
        """
        title: Values
        name: values
        correlation: {type: value_sum, rules: [many], timespan: 60s, condition: {field: a, gt: 1}}
        """;
    assertThat(link(BASE + counting("many", "base") + values).faults())
        .allMatch(Fault::unsupported)
        .extracting(Fault::message)
        .containsExactly(
            "value_sum of correlation \"many\", which groups by the same fields: there is one"
                + " value of each");
  }

  @Test
  void aCorrelationChangesItsVersionWithWhatItRefersTo() {
    String before = version(BASE + counting("many", "base"));
    assertThat(version(BASE.replace("kind: base", "kind: other") + counting("many", "base")))
        .isNotEqualTo(before);
    assertThat(version(BASE + counting("many", "base").replace("gte: 2", "gte: 3")))
        .isNotEqualTo(before);
    assertThat(version("# again\n" + BASE + counting("many", "base"))).isEqualTo(before);
  }

  private static String version(String yaml) {
    List<Rule> rules = link(yaml).rules();
    return rules.get(rules.size() - 1).reference().version();
  }

  /** The outermost first, so that linking has to follow the references. */
  private static String chain(int length) {
    return IntStream.iterate(length - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(i -> counting("c" + i, i == 0 ? "base" : "c" + (i - 1)))
        .collect(Collectors.joining());
  }

  private static String counting(String name, String refers) {
    return """
        title: %1$s
        name: %1$s
        correlation: {type: event_count, rules: [%2$s], timespan: 60s, condition: {gte: 2}}
        ---
        """
        .formatted(name, refers);
  }

  private static RuleLinker.Linked link(String yaml) {
    String documents = yaml.endsWith("---\n") ? yaml.substring(0, yaml.length() - 4) : yaml;
    RuleFile file = RuleParser.parse("test.yml", documents);
    assertThat(file.faults()).isEmpty();
    return RuleLinker.link(file.drafts());
  }
}
