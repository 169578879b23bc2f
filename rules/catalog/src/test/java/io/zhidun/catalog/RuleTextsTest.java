package io.zhidun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.BilingualText;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of the catalogue carries besides its detection. */
class RuleTextsTest {
  private static final RuleSet RULES = RuleSet.catalog();

  /** GB/T 20986-2023. */
  private static final Set<String> CATEGORIES =
      Set.of(
          "恶意程序事件",
          "网络攻击事件",
          "数据安全事件",
          "信息内容安全事件",
          "设备设施故障事件",
          "违规操作事件",
          "安全隐患事件",
          "异常行为事件",
          "不可抗力事件",
          "其他事件");

  private static final Set<String> TACTICS =
      Set.of(
          "reconnaissance",
          "resource-development",
          "initial-access",
          "execution",
          "persistence",
          "privilege-escalation",
          "defense-evasion",
          "credential-access",
          "discovery",
          "lateral-movement",
          "collection",
          "command-and-control",
          "exfiltration",
          "impact");

  private static final Pattern TECHNIQUE = Pattern.compile("t\\d{4}(\\.\\d{3})?");
  private static final Pattern CLAUSE =
      Pattern.compile("gbt22239\\.8\\.1\\.\\d{1,2}\\.\\d{1,2}-[a-k]");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> FAMILIES =
      Set.of("linux", "web", "windows", "network", "database", "cloud", "identity", "business");

  /** The console keeps the steps; they are texts for people, not data of the stream. */
  private static final Path RUNBOOKS = Path.of("../../dashboards/console/src/i18n/runbooks.ts");

  static List<Rule> all() {
    return RULES.rules();
  }

  static List<Rule> detecting() {
    return RULES.rules().stream().filter(Rule::detectsAlone).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesItselfInBothLanguages(Rule rule) {
    assertThat(UUID.fromString(rule.id()).toString()).isEqualTo(rule.id());
    assertThat(rule.name()).matches(NAME);
    assertBilingual(rule.reference().title());
    assertThat(rule.guidance().description().en()).endsWith(".");
    assertThat(family(rule)).isIn(FAMILIES);
  }

  @ParameterizedTest
  @MethodSource("detecting")
  void tellsPeopleWhatItFound(Rule rule) {
    assertBilingual(rule.guidance().description());
    assertBilingual(rule.guidance().summary());
    assertThat(rule.guidance().falsePositives()).isNotEmpty().allSatisfy(RuleTextsTest::assertHan);
    assertThat(rule.guidance().category()).isIn(CATEGORIES);
  }

  @ParameterizedTest
  @MethodSource("detecting")
  void namesTacticsTechniquesAndClauses(Rule rule) {
    List<String> attack =
        rule.tags().stream()
            .filter(tag -> tag.startsWith("attack."))
            .map(tag -> tag.substring("attack.".length()))
            .toList();
    assertThat(attack).allMatch(tag -> TACTICS.contains(tag) || TECHNIQUE.matcher(tag).matches());
    assertThat(attack.stream().anyMatch(TACTICS::contains))
        .as("a technique stands under a tactic")
        .isEqualTo(attack.stream().anyMatch(tag -> TECHNIQUE.matcher(tag).matches()));
    assertThat(rule.tags().stream().filter(tag -> !tag.startsWith("attack.")))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(tag -> CLAUSE.matcher(tag).matches());
  }

  @ParameterizedTest
  @MethodSource("detecting")
  void hasARunbookThatTheConsoleShows(Rule rule) throws IOException {
    assertThat(Files.readString(RUNBOOKS)).contains("\n  '" + rule.guidance().runbook() + "': [");
  }

  @ParameterizedTest
  @MethodSource("detecting")
  void hasCasesOfBothKinds(Rule rule) {
    String path = CaseFile.nameFor(rule.path().substring("catalog/".length()));
    assertThat(CaseFile.parse(path, Catalog.text(path)).shortage()).isNull();
  }

  @Test
  void coversEveryFamilyAndEveryTypeOfCorrelation() {
    assertThat(detecting()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(detecting().stream().map(RuleTextsTest::family).collect(Collectors.toSet()))
        .isEqualTo(FAMILIES);
    assertThat(detecting().stream().filter(rule -> family(rule).equals("business")))
        .hasSizeGreaterThanOrEqualTo(18);
    assertThat(detecting().stream().filter(Rule::isCorrelation)).hasSizeGreaterThanOrEqualTo(12);
    assertThat(
            RULES.rules().stream()
                .filter(Rule::isCorrelation)
                .map(rule -> rule.requireCorrelation().type()))
        .contains(Correlation.Type.values());
  }

  @Test
  void sharesAFewRunbooks() {
    assertThat(detecting().stream().map(rule -> rule.guidance().runbook()).distinct().count())
        .isBetween(8L, 20L);
  }

  @Test
  void noTwoRulesShareAnId() {
    assertThat(RULES.rules().stream().map(Rule::id)).doesNotHaveDuplicates();
    assertThat(RULES.rules().stream().map(Rule::name)).doesNotHaveDuplicates();
  }

  private static String family(Rule rule) {
    return rule.path().split("/", -1)[2];
  }

  private static void assertBilingual(BilingualText text) {
    assertHan(text);
    assertThat(text.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
  }

  private static void assertHan(BilingualText text) {
    assertThat(text.zh()).containsPattern("\\p{IsHan}");
  }
}
