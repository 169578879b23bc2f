package io.zhidun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The rules over metrics, by Prometheus' own tool and by the manner of the catalogue. */
class MetricRulesTest {
  private static final Path ROOT = Path.of("src/main/resources/io/zhidun/catalog");
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Pattern RULE =
      Pattern.compile("(?s)- alert: (\\S+)\n(.*?)(?=\n      - alert:|\\z)");
  private static final List<String> CHINESE = List.of("title_zh", "description_zh", "runbook_zh");
  private static final List<String> ENGLISH = List.of("title_en", "description_en", "runbook_en");

  @Test
  void doWhatTheirCasesSay() throws Exception {
    List<String> check = new ArrayList<>(List.of("check", "rules"));
    List<String> test = new ArrayList<>(List.of("test", "rules"));
    files(false).forEach(file -> check.add(ROOT.resolve(file).toString()));
    files(true).forEach(file -> test.add(ROOT.resolve(file).toString()));

    promtool(check);
    promtool(test);
  }

  @Test
  void haveAnIdANameTextsInTwoLanguagesAndBothKindsOfCases() {
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (String file : files(false)) {
      String cases = Catalog.text(file.replace(".yml", ".tests.yml"));
      for (MatchResult rule : RULE.matcher(Catalog.text(file)).results().toList()) {
        String name = rule.group(1);
        String body = rule.group(2);
        assertThat(name).matches("[a-z0-9]+(-[a-z0-9]+)+");
        assertThat(names.add(name)).as(name).isTrue();
        assertThat(ids.add(UUID.fromString(text(body, "id")).toString())).as(name).isTrue();
        assertThat(text(body, "severity")).isIn("critical", "high", "medium", "low");
        CHINESE.forEach(key -> assertThat(text(body, key)).as(name).containsPattern("\\p{IsHan}"));
        ENGLISH.forEach(
            key -> assertThat(text(body, key)).as(name).doesNotContainPattern("\\p{IsHan}"));
        assertThat(cases)
            .contains("- name: " + name + " fires\n")
            .contains("- name: " + name + " does not fire\n");
      }
    }
    assertThat(names).hasSizeGreaterThan(20);
  }

  private static List<String> files(boolean cases) {
    return Catalog.files().stream()
        .filter(path -> path.startsWith("metrics/"))
        .filter(path -> path.endsWith(".tests.yml") == cases)
        .toList();
  }

  private static String text(String rule, String key) {
    return Pattern.compile("(?m)^ *" + key + ": (.+)$")
        .matcher(rule)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " in " + rule));
  }

  private static void promtool(List<String> arguments) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROMTOOL), PROMTOOL + " is missing: apt-get install prometheus");
    List<String> line = new ArrayList<>(List.of(PROMTOOL.toString()));
    line.addAll(arguments);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
