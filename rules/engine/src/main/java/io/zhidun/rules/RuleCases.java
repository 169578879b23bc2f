package io.zhidun.rules;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.cases.CaseResult;
import io.zhidun.rules.cases.RuleCase;
import io.zhidun.rules.sigma.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the cases of rules: each case through the whole set, counting the rule file's detections.
 */
public final class RuleCases {
  private RuleCases() {}

  /**
   * Runs the cases of every rule file at a path. A file whose rules detect and that has too few
   * cases, or none, gives one failed result.
   *
   * @param rules a set that holds the rules at the path
   */
  public static List<CaseResult> run(RuleSet rules, Path path) {
    List<CaseResult> results = new ArrayList<>();
    for (Path file : ruleFiles(path)) {
      Path cases = file.resolveSibling(CaseFile.nameFor(file.getFileName().toString()));
      Set<String> ids = detecting(rules, file.toString());
      if (Files.isRegularFile(cases)) {
        results.addAll(run(rules, ids, cases.toString(), read(cases)));
      } else if (!ids.isEmpty()) {
        results.add(new CaseResult(cases.toString(), "", 0, 0, "there is no such file"));
      }
    }
    return results;
  }

  /** Runs the cases of the shipped catalogue. */
  public static List<CaseResult> runCatalog(RuleSet rules) {
    List<CaseResult> results = new ArrayList<>();
    Set<String> files = new HashSet<>(Catalog.files());
    for (String path : files.stream().sorted().toList()) {
      String cases = CaseFile.nameFor(path);
      if (files.contains(cases)) {
        Set<String> ids = detecting(rules, "catalog/" + path);
        results.addAll(run(rules, ids, "catalog/" + cases, Catalog.text(cases)));
      }
    }
    return results;
  }

  /**
   * Runs cases that lie in memory.
   *
   * @param rules a set that holds the rules of {@code rulePath}
   * @param path name of the cases, for messages
   * @param mostEvents more events than this in all cases together are a fault
   */
  public static List<CaseResult> run(
      RuleSet rules, String rulePath, String path, String text, int mostEvents) {
    return run(rules, detecting(rules, rulePath), path, text, mostEvents);
  }

  private static Set<String> detecting(RuleSet rules, String file) {
    return rules.rules().stream()
        .filter(rule -> rule.path().equals(file) && rule.detectsAlone())
        .map(Rule::id)
        .collect(Collectors.toSet());
  }

  private static List<CaseResult> run(RuleSet rules, Set<String> ids, String path, String text) {
    return run(rules, ids, path, text, Integer.MAX_VALUE);
  }

  private static List<CaseResult> run(
      RuleSet rules, Set<String> ids, String path, String text, int mostEvents) {
    CaseFile file;
    try {
      file = CaseFile.parse(path, text, mostEvents);
    } catch (IllegalArgumentException e) {
      return List.of(new CaseResult(path, "", 0, 0, String.valueOf(e.getMessage())));
    }
    List<CaseResult> results = new ArrayList<>();
    String shortage = file.shortage();
    if (shortage != null) {
      results.add(new CaseResult(path, "", 0, 0, shortage));
    }
    for (RuleCase one : file.cases()) {
      int actual = standing(rules, ids, one.events());
      results.add(new CaseResult(path, one.name(), one.detections(), actual, ""));
    }
    return results;
  }

  private static int standing(RuleSet rules, Set<String> ids, List<Event> events) {
    DetectionRun run = new DetectionRun(rules);
    Set<String> standing = new HashSet<>();
    for (Event event : events) {
      run.on(event, detection -> note(ids, standing, detection));
    }
    return standing.size();
  }

  private static void note(Set<String> ids, Set<String> standing, Detection detection) {
    if (!ids.contains(detection.rule().id())) {
      return;
    }
    if (detection.withdrawn()) {
      standing.remove(detection.id());
    } else {
      standing.add(detection.id());
    }
  }

  private static List<Path> ruleFiles(Path path) {
    try (Stream<Path> found = Files.walk(path, 32)) {
      return found.filter(RuleFiles::isRuleFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("rules at " + path, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cases at " + file, e);
    }
  }
}
