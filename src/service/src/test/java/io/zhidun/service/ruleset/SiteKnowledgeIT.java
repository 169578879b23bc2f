package io.zhidun.service.ruleset;

import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks say what the stream will say, which reads the same folder. */
class SiteKnowledgeIT {
  private static final String TOOLS =
      TOOL.replace("process.name: nmap", "'process.name|expand': '%scanners%'");

  @TempDir private Path site;

  @Test
  void rulesAreReadWithTheSitesLists() throws Exception {
    Files.writeString(site.resolve("placeholders.yml"), "scanners: [nmap, masscan]\n");
    assertThat(check(TOOLS).at("/checks/0/status").asString()).isEqualTo("ok");
  }

  @Test
  void aListThatIsMissingIsNamed() throws Exception {
    JsonNode verdict = check(TOOLS);
    assertThat(verdict.at("/checks/0/status").asString()).isEqualTo("unsupported");
    assertThat(verdict.at("/faults/0/message").asString())
        .contains("placeholder \"scanners\" has no list");
  }

  @Test
  void brokenFilesStandAgainstEveryProposalAndStopNothingElse() throws Exception {
    Files.writeString(site.resolve("placeholders.yml"), "scanners: [nmap\n");
    JsonNode verdict = check(TOOL);
    assertThat(verdict.at("/checks/0/status").asString()).isEqualTo("ok");
    assertThat(verdict.at("/faults/0/path").asString()).endsWith("placeholders.yml");
  }

  @Test
  void textsStandBesideTheRulesOfTheFolderAndNotInTheirPlace() throws Exception {
    Files.createDirectory(site.resolve("rules"));
    Files.writeString(site.resolve("rules/scanner.yml"), TOOL);
    assertThat(check(TOOL).at("/faults").toString())
        .contains("is that of a rule in the site's folder");
    String many =
        """
        title: Many scans
        id: 5b1d0f0e-0c7e-4a0c-9a52-000000000002
        correlation:
          type: event_count
          rules: [site-port-scanner]
          group-by: [host.name]
          timespan: 1m
          condition: {gte: 5}
        """;
    assertThat(check(many).at("/faults").size()).isZero();
  }

  private JsonNode check(String text) throws Exception {
    ObjectNode form = Json.mapper().createObjectNode();
    form.putArray("changes").addObject().put("kind", "put").put("path", "t.yml").put("text", text);
    try (RunningService service =
        RunningService.start(Map.of("zhidun.site.folder", site.toString()))) {
      Browser engineer = service.signedIn("engineer");
      return engineer.post("/api/v1/rulesets/check", form.toString()).expect(200).json();
    }
  }
}
