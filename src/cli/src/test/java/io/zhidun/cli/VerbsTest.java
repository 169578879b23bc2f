package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerbsTest {
  private static final String GUESS =
      "Mar 10 00:00:%02d web01 sshd[7]: Failed password for root from 2001:db8::9 port 4 ssh2%n";

  private static final String RULE =
      """
      title: A command of an attacker
      id: 6a1f5a53-0c0b-4c3e-9c36-57a6a6f1c1b5
      status: test
      level: high
      logsource: {category: process_creation, product: windows}
      detection:
        selection:
          CommandLine|contains: ' -enc '
        condition: selection
      """;

  @TempDir private Path folder = Path.of("");
  private Path rule = Path.of("");

  @BeforeEach
  void writeRule() throws IOException {
    rule = Files.writeString(folder.resolve("rule.yml"), RULE);
  }

  @Test
  void normalizeGivesOneEventALineAndSaysWhatItCannotRead() {
    Shell shell = Shell.run(GUESS.formatted(1) + "nonsense\n", "normalize", "--format", "syslog");

    List<JsonNode> lines = shell.lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).at("/source/ip").asString()).isEqualTo("2001:db8::9");
    assertThat(lines.get(0).at("/event/action").asString()).isEqualTo("ssh-login");
    assertThat(lines.get(1).path("error").asString()).isEqualTo("no syslog header");
    assertThat(lines.get(1).at("/event/original").asString()).isEqualTo("nonsense");
    assertThat(shell.exitCode()).isEqualTo(1);
  }

  @Test
  void normalizeFindsTheFormatItself() {
    String audit =
        "{\"ts\":\"2026-11-22T11:04:05+08:00\",\"system\":\"trademark\",\"host\":\"h\",\"action\":\"login\","
            + "\"outcome\":\"success\",\"account\":\"a\",\"role\":\"clerk\",\"client\":\"::1\"}\n";
    String web =
        "192.0.2.1 - - [22/Nov/2026:11:00:00 +0800] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"\n";
    Shell shell =
        Shell.run(
            audit + web + "{\"a\":1}\n" + GUESS.formatted(2), "normalize", "--format", "auto");

    assertThat(shell.lines().stream().map(line -> line.at("/event/dataset").asString()))
        .containsExactly("ip-audit", "nginx-access", "json", "syslog");
    assertThat(shell.exitCode()).isZero();
  }

  @Test
  void rulesCheckSaysOfEachRuleWhetherItRuns() throws IOException {
    Files.writeString(folder.resolve("broken.yml"), "title: x\ndetection: {condition: a}\n");

    Shell shell = Shell.run("", "rules", "check", folder.toString());

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.lines().stream().map(line -> line.path("status").asString()))
        .containsExactlyInAnyOrder("ok", "error");
    assertThat(shell.lines()).allSatisfy(line -> assertThat(line.has("reasons")).isTrue());
  }

  @Test
  void rulesAreReadWithTheListsOfTheSitesFolder() throws IOException {
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(
        rule, RULE.replace("CommandLine|contains: ' -enc '", "CommandLine|expand: '%commands%'"));
    assertThat(Shell.run("", "rules", "check", rule.toString()).exitCode()).isEqualTo(1);

    Files.writeString(site.resolve("placeholders.yml"), "commands: ['* -enc *']\n");
    Shell shell = Shell.run("", "rules", "check", rule.toString(), "--site", site.toString());
    assertThat(shell.exitCode()).as(shell.err()).isZero();
    shell =
        Shell.run(
            "{\"CommandLine\":\"x -enc y\"}\n",
            "rules",
            "match",
            "--rules",
            rule.toString(),
            "--events",
            "-",
            "--site",
            site.toString());
    assertThat(shell.lines()).hasSize(1);
    shell = Shell.run("", "rules", "check", rule.toString(), "--site", folder + "/none");
    assertThat(shell.exitCode()).isEqualTo(2);
  }

  @Test
  void rulesMatchNamesEventsByNumberFromZeroFlatOrNested() throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            """
            {"CommandLine":"notepad"}
            {"CommandLine":"powershell -ENC aaaa"}
            {"CommandLine":["x","y -enc z"]}
            """);

    Shell shell =
        Shell.run(
            "",
            "rules",
            "match",
            "--rules",
            rule.toString(),
            "--events",
            events.toString(),
            "--explain");

    assertThat(shell.exitCode()).isZero();
    assertThat(shell.lines().stream().map(line -> line.path("event").asInt()))
        .containsExactly(1, 2);
    JsonNode first = shell.lines().get(0);
    assertThat(first.at("/rules/0").asString()).isEqualTo("6a1f5a53-0c0b-4c3e-9c36-57a6a6f1c1b5");
    assertThat(first.path("explanation").toString()).contains("powershell -ENC aaaa");
  }

  @Test
  void rulesTestRunsTheShippedCases() {
    Shell shell = Shell.run("", "rules", "test");

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lines().size()).isGreaterThanOrEqualTo(8 * 4);
  }

  @Test
  void replayGivesEveryDetectionWithRuleGroupCountEventsAndExplanation() throws IOException {
    Path input = guesses(12);

    Shell shell =
        Shell.run("", "replay", "--input", input.toString(), "--format", "sshd", "--detections");

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lines()).hasSize(2);
    JsonNode detection = shell.lines().get(0);
    assertThat(detection.path("time").asString()).endsWith("-03-10T00:00:04Z");
    assertThat(detection.at("/rule/name").asString()).isEqualTo("ssh-password-guessing");
    assertThat(detection.path("group").path("source.ip").asString()).isEqualTo("2001:db8::9");
    assertThat(detection.path("count").asInt()).isEqualTo(5);
    assertThat(detection.path("events")).hasSize(5);
    assertThat(detection.at("/explanation/window/threshold").asString()).contains("5");
  }

  @Test
  void replayGathersDetectionsOfOneGroupIntoOneAlert() throws IOException {
    Shell shell = Shell.run("", "replay", "--input", guesses(12).toString(), "--format", "auto");

    assertThat(shell.lines()).hasSize(1);
    JsonNode alert = shell.lines().get(0);
    assertThat(alert.path("count").asInt()).isEqualTo(2);
    assertThat(alert.path("severity").asString()).isNotEmpty();
  }

  @Test
  void replayOfTheSameFileGivesTheSameIds() throws IOException {
    String[] verb = {
      "replay",
      "--input",
      guesses(20).toString(),
      "--format",
      "sshd",
      "--detections",
      "--received",
      "2026-11-22T00:00:00Z"
    };

    assertThat(Shell.run("", verb).out()).isEqualTo(Shell.run("", verb).out());
  }

  @Test
  void replayTellsTheJudgeWhatAnAccountWasBehind() throws IOException {
    StringBuilder rules = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      rules.append(
          """
          ---
          title: From address %1$d
          id: from-address-%1$d
          logsource: {product: linux, service: sshd}
          detection: {selection: {source.ip: '2001:db8::%1$d'}, condition: selection}
          level: low
          """
              .formatted(i));
      lines.append(GUESS.formatted(4 - i).replace("2001:db8::9", "2001:db8::" + i));
    }
    Path own = Files.writeString(folder.resolve("addresses.yml"), rules.substring(4));
    Path input = Files.writeString(folder.resolve("auth.log"), lines);

    Shell shell =
        Shell.run(
            "", "replay", "--input", input.toString(), "--format", "sshd", "--rules", "" + own);

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lines())
        .extracting(alert -> alert.path("severity").asString())
        .as("in order of time, not of lines")
        .containsExactly("low", "low", "medium");
    assertThat(shell.lines().get(2).at("/decision/reasons").toString())
        .contains("entity-behind-several-rules", "The same user.name");
  }

  @Test
  void wrongUseExitsWithTwoAndSaysWhatWasExpected() {
    Shell format = Shell.run("", "normalize", "--format", "runes");
    Shell path = Shell.run("", "rules", "check", "/nowhere/at-all");

    assertThat(format.exitCode()).isEqualTo(2);
    assertThat(path.exitCode()).isEqualTo(2);
    assertThat(Shell.run("", "dance").exitCode()).isEqualTo(2);
  }

  private Path guesses(int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(GUESS.formatted(i));
    }
    return Files.writeString(folder.resolve("auth.log"), lines);
  }
}
