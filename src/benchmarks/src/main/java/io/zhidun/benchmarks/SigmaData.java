package io.zhidun.benchmarks;

import io.zhidun.events.Json;
import io.zhidun.rules.NaiveLogSources;
import io.zhidun.rules.NaiveRule;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Rules and events that nobody here wrote, from the folder of test data beside the checkout. */
record SigmaData(Path folder) {
  private static final List<String> RULES =
      List.of("rules", "rules-emerging-threats", "rules-threat-hunting");

  boolean isThere() {
    return Files.isDirectory(folder.resolve("sigma"));
  }

  RuleSet.Loaded load() {
    return RuleSet.read(
        RULES.stream().map(folder.resolve("sigma")::resolve).toArray(Path[]::new));
  }

  /** Real events of many Windows logs, one JSON object each. */
  List<byte[]> mixed() throws IOException {
    return lines("otrf-5k.jsonl.gz");
  }

  /** Real events of starting processes. */
  List<byte[]> processCreation() throws IOException {
    return lines("process-creation.jsonl.gz");
  }

  private List<byte[]> lines(String name) throws IOException {
    Path file = folder.resolve("windows-events").resolve(name);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
    }
  }

  /**
   * One set of the regression data.
   *
   * @param rule id of the rule that must fire on one of the events at least
   */
  record Regression(String rule, List<byte[]> events) {}

  List<Regression> regression() throws IOException {
    List<Regression> sets = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("sigma/regression.jsonl"))) {
      JsonNode set = Json.mapper().readTree(line);
      List<byte[]> events = new ArrayList<>();
      set.get("events")
          .forEach(event -> events.add(event.toString().getBytes(StandardCharsets.UTF_8)));
      sets.add(new Regression(set.get("expect").asString(), events));
    }
    return sets;
  }

  /** Every rule once more, as the naive evaluator reads it, by id. */
  Map<String, NaiveRule> naive(List<Rule> rules) throws IOException {
    Map<String, NaiveRule> naive = new LinkedHashMap<>();
    for (Rule rule : rules) {
      Map<?, ?> yaml = new Yaml().load(Files.readString(Path.of(rule.path())));
      naive.put(rule.id(), new NaiveRule(yaml));
    }
    return naive;
  }

  /** SigmaHQ's table of Windows log sources. */
  NaiveLogSources logSources() throws IOException {
    Map<?, ?> table =
        new Yaml().load(Files.readString(folder.resolve("sigma/thor-logsources.yml")));
    return new NaiveLogSources(table);
  }
}
