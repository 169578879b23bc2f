package io.zhidun.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhidun.events.Event;
import io.zhidun.events.Json;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The engine on rules and events that nobody here wrote. Skipped where the data is not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigmaDataTest {
  private static final Path DATA = data();
  private static final int EVENTS = 40;

  private RuleSet.Loaded loaded = new RuleSet.Loaded(RuleSet.empty(), List.of(), List.of());

  /** The folder of test data that stands beside the checkout. */
  private static Path data() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at.resolve("zhidun"))) {
      at = at.getParent();
    }
    return at.resolveSibling("shared").resolve("data");
  }

  @BeforeAll
  void load() {
    Path sigma = DATA.resolve("sigma");
    assumeTrue(Files.isDirectory(sigma), () -> "no test data at " + sigma + " beside the checkout");
    loaded =
        RuleSet.read(
            sigma.resolve("rules"),
            sigma.resolve("rules-emerging-threats"),
            sigma.resolve("rules-threat-hunting"));
  }

  @Test
  void everyRuleLoadsOrIsRefusedForAReason() {
    List<RuleCheck> refused =
        loaded.checks().stream().filter(check -> check.status() != RuleCheck.Status.OK).toList();
    assertThat(loaded.checks()).hasSizeGreaterThan(3_700);
    assertThat(refused).hasSizeLessThan(20).allMatch(check -> !check.reasons().isEmpty());
  }

  @Test
  void expectedRulesFireOnTheRegressionSet() throws IOException {
    EventMatcher matcher = loaded.rules().newMatcher();
    Set<String> missed = new TreeSet<>();
    for (String line : Files.readAllLines(DATA.resolve("sigma/regression.jsonl"))) {
      JsonNode set = Json.mapper().readTree(line);
      String expected = set.get("expect").asString();
      Set<String> hits = new HashSet<>();
      for (JsonNode event : set.get("events")) {
        matcher.match(TestEvents.json(event.toString()), rule -> hits.add(rule.id()));
      }
      if (!hits.contains(expected)) {
        missed.add(expected);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void agreesWithTheNaiveEvaluatorOnRealEvents() throws IOException {
    Map<String, NaiveRule> naive = naiveRules();
    Map<?, ?> table = new Yaml().load(Files.readString(DATA.resolve("sigma/thor-logsources.yml")));
    NaiveLogSources sources = new NaiveLogSources(table);
    EventMatcher matcher = loaded.rules().newMatcher();
    int hits = 0;
    for (String file : List.of("otrf-5k.jsonl.gz", "process-creation.jsonl.gz")) {
      for (String line : sample(DATA.resolve("windows-events").resolve(file))) {
        Event event = TestEvents.json(line);
        Set<String> found = new TreeSet<>();
        matcher.match(event, rule -> found.add(rule.id()));
        Map<String, List<Object>> values = TestEvents.values(event);
        Set<String> expected = new TreeSet<>();
        NaiveLogSources.Kind kind = sources.of(values);
        naive.forEach(
            (id, rule) -> {
              if ((kind == null || kind.isReadBy(rule.logsource())) && rule.matches(values)) {
                expected.add(id);
              }
            });
        assertThat(found).as(line).isEqualTo(expected);
        hits += found.size();
      }
    }
    assertThat(hits).isPositive();
  }

  private static List<String> sample(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().toList();
      int step = Math.max(1, all.size() / EVENTS);
      return Stream.iterate(0, i -> i < all.size(), i -> i + step).map(all::get).toList();
    }
  }

  private Map<String, NaiveRule> naiveRules() throws IOException {
    Map<String, NaiveRule> naive = new HashMap<>();
    for (Rule rule : loaded.rules().rules()) {
      Map<?, ?> yaml = new Yaml().load(Files.readString(Path.of(rule.path())));
      naive.put(rule.id(), new NaiveRule(yaml));
    }
    return naive;
  }
}
