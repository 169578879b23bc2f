package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A real Chromium that is signed in to the console and waits for an alert. */
final class Browser implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Browser(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Opens the alert queue; returns once it is shown.
   *
   * @param query which alerts the queue shows, as in its address
   * @param text what the awaited row contains
   * @param raw what the alert's raw lines contain
   */
  static Browser watch(Product product, String query, String text, String raw) throws IOException {
    ProcessBuilder builder = script("see-alert.mjs");
    builder.environment().put("CONSOLE", product.console().toString());
    builder.environment().put("ACCOUNT", "operator");
    builder.environment().put("PASSWORD", product.password("operator"));
    builder.environment().put("QUERY", query);
    builder.environment().put("TEXT", text);
    builder.environment().put("RAW", raw);
    Browser browser = new Browser(builder.start());
    browser.next();
    return browser;
  }

  /**
   * Walks the life of a rule as engineer and operator; goes on at each {@link #proceed}.
   *
   * @param rule name of the rule that is in {@code files}
   * @param files the rule and its cases
   */
  static Browser walkRule(Product product, String rule, Path... files) throws IOException {
    ProcessBuilder builder = script("rule-life.mjs");
    builder.environment().put("CONSOLE", product.console().toString());
    builder.environment().put("ENGINEER", product.password("engineer"));
    builder.environment().put("OPERATOR", product.password("operator"));
    builder.environment().put("RULE_NAME", rule);
    builder
        .environment()
        .put(
            "RULE_FILES",
            Arrays.stream(files).map(Path::toString).collect(Collectors.joining(",")));
    return new Browser(builder.start());
  }

  /**
   * An auditor's day: from the overview to a raw record, a report downloaded, and what the trail
   * says of it.
   *
   * @param language zh or en
   * @param assessment of which the report is downloaded
   */
  static Browser audit(Product product, String language, String assessment) throws IOException {
    ProcessBuilder builder = script("auditor-day.mjs");
    builder.environment().put("CONSOLE", product.console().toString());
    builder.environment().put("PASSWORD", product.password("auditor"));
    builder.environment().put("SPEECH", language);
    builder.environment().put("ASSESSMENT", assessment);
    return new Browser(builder.start());
  }

  /**
   * A backup operator's day: an engineer sees how a source stands, starts a drill and reads its
   * record; an operator may read only.
   *
   * @param language zh or en
   * @param source of which there is a backup, as {@code system/source}
   */
  static Browser drill(Product product, String language, String source) throws IOException {
    ProcessBuilder builder = script("operator-day.mjs");
    builder.environment().put("CONSOLE", product.console().toString());
    builder.environment().put("ENGINEER", product.password("engineer"));
    builder.environment().put("OPERATOR", product.password("operator"));
    builder.environment().put("SPEECH", language);
    builder.environment().put("SOURCE", source);
    return new Browser(builder.start());
  }

  /**
   * Walks a case from the list to the monthly report as reviewer, to its end; leaves it confirmed.
   *
   * @param device of which the case's timeline shows sign-ins
   * @return what was seen, one step a line; a line with {@code FAIL} says what was not
   */
  static List<String> review(Product product, String caseId, String device)
      throws IOException, InterruptedException {
    Path walk = Product.home().resolve("dashboards/console/dev/review-walk.mjs");
    ProcessBuilder builder =
        new ProcessBuilder(
                "node",
                walk.toString(),
                "--url=" + product.console(),
                "--user=reviewer",
                "--case=" + caseId,
                "--device=" + device)
            .redirectErrorStream(true);
    builder.environment().put("ZHIDUN_PASSWORD", product.password("reviewer"));
    Process process = builder.start();
    List<String> steps = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", steps)).isZero();
    return steps;
  }

  private static ProcessBuilder script(String name) {
    Path script =
        Product.home().resolve("src/acceptance/src/test/resources/io/zhidun/acceptance/" + name);
    return new ProcessBuilder("node", script.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Lets a script that waits go on. */
  void proceed() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append("\n").flush();
  }

  /** What the browser saw next. */
  JsonNode next() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new AssertionError("the browser ended without seeing what was awaited");
    }
    return Json.mapper().readTree(line);
  }

  @Override
  public void close() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroy();
    }
  }
}
