package io.zhidun.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
  private static final RuleText ADMIN =
      new RuleText(
          "admin.yml",
          """
          title: Admin
          id: admin
          logsource: {category: process_creation, product: windows}
          detection:
            selection: {User|expand: '%admins%'}
            condition: selection
          """);

  private static final RuleText PLAIN =
      new RuleText(
          "plain.yml",
          """
          title: Plain
          id: plain
          logsource: {product: linux}
          detection:
            selection: {process.name: ncat}
            condition: selection
          """);

  @TempDir private Path folder = Path.of("");

  @Test
  void givesListsAndNamesToWhatIsReadBesideASet() throws IOException {
    write("placeholders.yml", "admins: [root, 'adm_*']\n");
    write("fields.yml", "fields: {User: who}\n");
    RuleSet.Loaded loaded = RuleSet.empty().at(site()).with(List.of(ADMIN), Set.of());

    assertThat(loaded.faults()).isEmpty();
    assertThat(matches(loaded.rules(), "{\"who\":\"adm_7\"}")).isTrue();
    assertThat(matches(loaded.rules(), "{\"User\":\"adm_7\"}")).isFalse();
    assertThat(RuleSet.empty().at(site()).verdicts(List.of(ADMIN), Set.of()).faults()).isEmpty();
  }

  @Test
  void theWordEcsStandsForTheShippedNames() throws IOException {
    write("fields.yml", "ecs\n");
    write("placeholders.yml", "admins: root\n");
    RuleSet rules = RuleSet.empty().at(site()).with(List.of(ADMIN), Set.of()).rules();

    assertThat(matches(rules, "{\"user\":{\"name\":\"root\"}}")).isTrue();
  }

  @Test
  void readsTheFoldersRulesWithThem() throws IOException {
    write("placeholders.yml", "admins: [root]\n");
    Files.createDirectory(folder.resolve("rules"));
    write("rules/admin.yml", ADMIN.text());

    assertThat(matches(new SiteFolder(folder).rules(), "{\"User\":\"root\"}")).isTrue();
  }

  @Test
  void aRuleThatTheSiteDoesNotChangeKeepsItsVersion() throws IOException {
    write("placeholders.yml", "admins: [root]\n");
    write("fields.yml", "fields: {User: who}\n");

    assertThat(version(RuleSet.empty().at(site()), PLAIN))
        .isEqualTo(version(RuleSet.empty(), PLAIN));
    Site before = site();
    write("placeholders.yml", "admins: [root, toor]\n");
    assertThat(version(RuleSet.empty().at(site()), ADMIN))
        .isNotEqualTo(version(RuleSet.empty().at(before), ADMIN));
    write("fields.yml", "fields: {process.name: tool}\n");
    assertThat(version(RuleSet.empty().at(site()), PLAIN))
        .isNotEqualTo(version(RuleSet.empty(), PLAIN));
  }

  @Test
  void aFolderThatIsNotThereAddsNothing() {
    assertThat(SiteFolder.of("").sigma()).isEqualTo(Site.UNKNOWN);
    assertThat(new SiteFolder(folder.resolve("none")).sigma()).isEqualTo(Site.UNKNOWN);
    assertThat(new SiteFolder(folder.resolve("none")).rules().rules()).isEmpty();
  }

  @Test
  void brokenFilesAreToldWithTheirPlace() throws IOException {
    write("placeholders.yml", "admins: [root]\nbad: {a: b}\n");
    assertThatThrownBy(this::site)
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("placeholders.yml:2");
    Files.createDirectory(folder.resolve("fields.yml"));
    write("placeholders.yml", "admins: [root]\n");
    assertThatThrownBy(this::site)
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("fields.yml: cannot be read");
  }

  private Site site() {
    return new SiteFolder(folder).sigma();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String version(RuleSet set, RuleText text) {
    return set.with(List.of(text), Set.of()).rules().rules().get(0).reference().version();
  }

  private static boolean matches(RuleSet rules, String json) {
    boolean[] matched = {false};
    rules.newMatcher().match(TestEvents.json(json), rule -> matched[0] = true);
    return matched[0];
  }
}
