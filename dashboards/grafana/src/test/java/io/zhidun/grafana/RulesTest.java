package io.zhidun.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules by Prometheus' own tool. */
class RulesTest {
  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\S+)$");
  private static final Pattern TWO_LANGUAGES =
      Pattern.compile("(?m)^ *summary: '.*\\p{IsHan}.* · [A-Z].*'$");

  @Test
  void areRulesAndTheExampleConfigurationIsOne() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check", "rules"));
    Folder.files(Folder.RULES).forEach(file -> arguments.add(file.toString()));

    Program.Said rules = Program.promtool(arguments);
    Program.Said configuration =
        Program.promtool(List.of("check", "config", Path.of("prometheus.yml").toString()));

    assertThat(rules.exitCode()).as(rules.text()).isZero();
    assertThat(configuration.exitCode()).as(configuration.text()).isZero();
  }

  @Test
  void doWhatTheirCasesSay() throws Exception {
    Program.Said said =
        Program.promtool(List.of("test", "rules", Folder.TESTS.resolve("alerts.yml").toString()));

    assertThat(said.exitCode()).as(said.text()).isZero();
  }

  @Test
  void everyAlertHasACaseThatFiresAndOneThatDoesNot() throws IOException {
    String cases = Files.readString(Folder.TESTS.resolve("alerts.yml"));

    assertThat(alerts()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    for (String alert : alerts()) {
      assertThat(cases)
          .contains("- name: " + alert + " fires\n")
          .contains("- name: " + alert + " does not fire\n");
    }
  }

  @Test
  void everyAlertSaysInTwoLanguagesWhatItIsAndWhatToDo() throws IOException {
    String rules = Files.readString(Folder.RULES.resolve("alerts.yml"));
    int alerts = alerts().size();

    assertThat(TWO_LANGUAGES.matcher(rules).results()).hasSize(alerts);
    for (String part : List.of("description_zh: '", "description_en: '", "runbook: '")) {
      assertThat(Pattern.compile(part).matcher(rules).results()).as(part).hasSize(alerts);
    }
    assertThat(Pattern.compile("severity: (critical|high|medium|low)\n").matcher(rules).results())
        .hasSize(alerts);
  }

  private static List<String> alerts() throws IOException {
    String rules = Files.readString(Folder.RULES.resolve("alerts.yml"));
    return ALERT.matcher(rules).results().map(found -> found.group(1)).toList();
  }
}
