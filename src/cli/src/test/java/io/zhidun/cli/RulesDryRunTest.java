package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RulesDryRunTest {
  private static final String SSH = "correlation/linux/ssh-password-guessing.yml";

  @TempDir private Path folder = Path.of("");

  /**
   * Eight failures from one address, four from another, in one minute, as the stream wrote them.
   */
  private static String events() {
    String lines =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "Mar 10 00:00:%02d web01 sshd[7]: Failed password for root from 2001:db8::%d port 4 ssh2%n"
                        .formatted(i, i < 8 ? 1 : 2))
            .collect(Collectors.joining());
    return Shell.run(lines, "normalize", "--format", "syslog", "--received", "2026-03-10T01:00:00Z")
        .lines()
        .stream()
        .map(JsonNode::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void predictsWhatAChangedRuleWouldFindBesideTheRunningOne() throws IOException {
    Path rule =
        Files.writeString(folder.resolve("ssh.yml"), Catalog.text(SSH).replace("gte: 5", "gte: 4"));

    Shell shell =
        Shell.run(
            events(), "rules", "dry-run", "--rules", rule.toString(), "--input", "-", "--judge");

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    JsonNode result = shell.lines().get(0);
    assertThat(result.path("events").asInt()).isEqualTo(12);
    // Two of four from the first address, one from the second; the running version needs five.
    assertThat(result.path("detections").asInt()).isEqualTo(3);
    assertThat(result.path("alerts").asInt()).isEqualTo(2);
    assertThat(result.at("/difference/running").asInt()).isEqualTo(1);
    assertThat(result.at("/difference/same").asInt()).isZero();
    assertThat(result.at("/difference/added").asInt()).isEqualTo(3);
    assertThat(result.at("/difference/gone").asInt()).isEqualTo(1);
    assertThat(result.at("/entities/source.ip/0/value").asString()).isEqualTo("2001:db8::1");
    assertThat(result.at("/entities/source.ip/0/count").asInt()).isEqualTo(2);
    assertThat(result.path("examples").size()).isEqualTo(2);
    assertThat(result.at("/examples/0/detection/explanation/window/threshold").asString())
        .isEqualTo("gte 4");
    assertThat(result.at("/examples/0/decision/raise").asBoolean()).isTrue();
    assertThat(result.path("whole").asBoolean()).isTrue();
  }

  @Test
  void judgesByTheFilesOfTheSite() throws IOException {
    Path rule = Files.writeString(folder.resolve("ssh.yml"), Catalog.text(SSH));
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(
        site.resolve("exceptions.yml"),
        """
        exceptions:
          - id: drill
            rules: [ssh-password-guessing]
            where: {source.ip: "2001:db8::/64"}
            owner: audit
            reason: An announced drill
            expires: "2026-04-01T00:00:00+08:00"
        """);

    Shell shell =
        Shell.run(
            events(),
            "rules",
            "dry-run",
            "--rules",
            rule.toString(),
            "--input",
            "-",
            "--judge",
            "--site",
            site.toString());

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lines().get(0).path("detections").asInt()).isEqualTo(1);
    assertThat(shell.lines().get(0).path("held").asInt()).isEqualTo(1);
    assertThat(shell.lines().get(0).path("alerts").asInt()).isZero();
  }

  @Test
  void theSameRuleFindsTheSame() throws IOException {
    Path rule = Files.writeString(folder.resolve("ssh.yml"), Catalog.text(SSH));

    JsonNode result =
        Shell.run(events(), "rules", "dry-run", "--rules", rule.toString(), "--input", "-")
            .lines()
            .get(0);

    assertThat(result.at("/difference/same").asInt()).isEqualTo(1);
    assertThat(result.at("/difference/added").asInt()).isZero();
    assertThat(result.at("/difference/gone").asInt()).isZero();
  }

  @Test
  void readsOnlyTheLogsThatTheRuleIsFor() throws IOException {
    Path rule =
        Files.writeString(
            folder.resolve("other.yml"),
            """
            title: The same on another product
            id: 6a1f5a53-0c0b-4c3e-9c36-57a6a6f1c1b5
            logsource: {product: cisco}
            detection:
              selection: {event.action: ssh-login}
              condition: selection
            """);

    JsonNode result =
        Shell.run(events(), "rules", "dry-run", "--rules", rule.toString(), "--input", "-")
            .lines()
            .get(0);

    assertThat(result.path("detections").asInt()).isZero();
  }

  @Test
  void aFaultyRuleIsRefusedWithItsPlace() throws IOException {
    Path rule = Files.writeString(folder.resolve("bad.yml"), "title: x\nlevel: hgh\n");

    Shell shell = Shell.run("", "rules", "dry-run", "--rules", rule.toString(), "--input", "-");

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.err()).contains("bad.yml");
    assertThat(shell.lines()).isEqualTo(List.of());
  }
}
