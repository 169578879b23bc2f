package io.zhidun.rules.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.LogSource;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.match.CompiledRules;
import io.zhidun.rules.match.EventMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a site adds to rules: lists for placeholders, and the names of fields here. */
class SiteTest {
  private static final String RULE =
      """
      title: Rule
      id: r
      logsource: {category: process_creation, product: windows}
      detection:
        selection: {%s}
        condition: selection
      """;

  @Test
  void aPlaceholderStandsForEachValueOfItsList() {
    Site site = site("admins: [root, 'adm_*']\n");
    RuleFile file = parse("User|expand: '%admins%'", site);
    assertThat(matches(file, "{\"User\":\"ROOT\"}")).isTrue();
    assertThat(matches(file, "{\"User\":\"adm_7\"}")).isTrue();
    assertThat(matches(file, "{\"User\":\"%admins%\"}")).isFalse();
    assertThat(matches(file, "{\"User\":\"guest\"}")).isFalse();
  }

  @Test
  void placeholdersInOneValueGoTogetherInEveryWay() {
    Site site = site("drive: [c, d]\ntool: [ncat, socat]\n");
    RuleFile file = parse("Image|endswith|expand: '%drive%:\\\\%tool%.exe'", site);
    for (String image : List.of("c:\\\\ncat.exe", "D:\\\\socat.exe")) {
      assertThat(matches(file, "{\"Image\":\"" + image + "\"}")).as(image).isTrue();
    }
    assertThat(matches(file, "{\"Image\":\"e:\\\\ncat.exe\"}")).isFalse();
  }

  @Test
  void aPlaceholderWithoutListRefusesTheRuleAndIsNamed() {
    RuleFile file = parse("User|expand: 'a%admins%b'", site("others: x\n"));
    assertThat(file.drafts()).isEmpty();
    assertThat(file.checks().get(0).status()).isEqualTo(RuleCheck.Status.UNSUPPORTED);
    assertThat(file.faults().get(0).message()).contains("placeholder \"admins\" has no list");
  }

  @Test
  void listsThatMultiplyBeyondTheBoundAreRefused() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      many.add("v" + i);
    }
    Site site = new Site(new Placeholders(Map.of("x", many)), FieldPipeline.NONE);
    assertThat(parse("User|expand: '%x%%x%'", site).faults().get(0).message())
        .contains("stands for more than 10000 values");
  }

  @Test
  void aBrokenListIsToldWithItsPlace() {
    assertThatThrownBy(() -> Placeholders.parse("lists.yml", "a: {b: c}\n"))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("lists.yml:1");
  }

  @Test
  void theVersionChangesWithTheList() {
    assertThat(parse("User|expand: '%a%'", site("a: [x]\n")).drafts().get(0).substance())
        .isNotEqualTo(parse("User|expand: '%a%'", site("a: [y]\n")).drafts().get(0).substance());
  }

  @Test
  void fieldsAreCalledAsInTheEventsHere() {
    Site site = new Site(Placeholders.NONE, FieldPipeline.ecs());
    RuleFile file = parse("CommandLine|contains: ncat, ParentImage|fieldref: Image", site);
    String event =
        "{\"process\":{\"command_line\":\"x ncat\",\"executable\":\"a\",\"parent\":{\"executable\":\"A\"}}}";
    assertThat(matches(file, event)).isTrue();
    assertThat(matches(file, "{\"CommandLine\":\"x ncat\"}")).isFalse();
  }

  @Test
  void theFirstEntryThatCoversTheLogSourceDecides() {
    FieldPipeline pipeline =
        FieldPipeline.parse(
            "names.yml",
            """
            logsource: {category: webserver}
            fields: {User: web.user}
            ---
            logsource: {product: windows}
            fields: {User: windows.user, Source Name: source.name}
            ---
            fields: {User: any.user}
            """);
    LogSource process = new LogSource("process_creation", "windows", null);
    assertThat(pipeline.name("User", process)).isEqualTo("windows.user");
    assertThat(pipeline.name("SourceName", process)).isEqualTo("source.name");
    assertThat(pipeline.name("User", new LogSource(null, "linux", null))).isEqualTo("any.user");
    assertThat(pipeline.name("Other Field", process)).isEqualTo("OtherField");
  }

  @Test
  void aBrokenPipelineIsToldWithItsPlace() {
    assertThatThrownBy(() -> FieldPipeline.parse("names.yml", "fields: {a: b}\nmap: {}\n"))
        .hasMessageContaining("names.yml:2: a field pipeline knows no key \"map\"");
    assertThatThrownBy(() -> FieldPipeline.parse("names.yml", "logsource: {product: windows}\n"))
        .hasMessageContaining("fields must map at least one name");
  }

  private static Site site(String lists) {
    return new Site(Placeholders.parse("lists.yml", lists), FieldPipeline.NONE);
  }

  private static RuleFile parse(String item, Site site) {
    return RuleParser.parse("test.yml", RULE.formatted(item), site);
  }

  private static boolean matches(RuleFile file, String json) {
    assertThat(file.faults()).isEmpty();
    List<Rule> hits = new ArrayList<>();
    new EventMatcher(CompiledRules.compile(RuleLinker.link(file.drafts()).rules()))
        .match(TestEvents.json(json), hits::add);
    return !hits.isEmpty();
  }
}
