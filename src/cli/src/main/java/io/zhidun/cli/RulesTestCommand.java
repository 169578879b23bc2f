package io.zhidun.cli;

import io.zhidun.rules.RuleCases;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs the cases that stand beside the rules. */
@Command(
    name = "test",
    description = "Runs each rule's own cases; without a path those of the shipped catalogue",
    mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", description = "rule files or folders")
  private List<Path> paths = List.of();

  @Mixin private SiteOptions options = new SiteOptions();

  @Override
  public Integer call() throws IOException {
    RulesCheckCommand.existing(paths);
    List<CaseResult> results = results();
    long failed = results.stream().filter(result -> !result.passed()).count();
    try (Ndjson out = new Ndjson()) {
      for (CaseResult result : results) {
        out.write(line(result));
      }
    }
    System.err.println(results.size() - failed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  private List<CaseResult> results() throws IOException {
    if (paths.isEmpty()) {
      return RuleCases.runCatalog(RuleSet.catalog());
    }
    RuleSet rules = RuleSet.load(options.site(), paths.toArray(Path[]::new));
    List<CaseResult> results = new ArrayList<>();
    paths.forEach(path -> results.addAll(RuleCases.run(rules, path)));
    return results;
  }

  private static Map<String, Object> line(CaseResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("path", result.path());
    line.put("case", result.name());
    line.put("passed", result.passed());
    line.put("expected", result.expected());
    line.put("actual", result.actual());
    line.put("message", result.message());
    return line;
  }
}
