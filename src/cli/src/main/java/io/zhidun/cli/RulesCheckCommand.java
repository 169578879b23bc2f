package io.zhidun.cli;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says of each rule whether it can run here, and why not. */
@Command(
    name = "check",
    description = "One line a rule: can it run here, and if not, why",
    mixinStandardHelpOptions = true)
final class RulesCheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", description = "rule files or folders")
  private List<Path> paths = List.of();

  @Mixin private SiteOptions options = new SiteOptions();

  @Override
  public Integer call() throws IOException {
    existing(paths);
    Map<String, Integer> counts = new TreeMap<>();
    try (Ndjson out = new Ndjson()) {
      for (RuleCheck check : RuleSet.read(options.site(), paths.toArray(Path[]::new)).checks()) {
        out.write(check);
        counts.merge(check.status().label(), 1, Integer::sum);
      }
    }
    System.err.println(counts);
    return counts.keySet().stream().allMatch("ok"::equals) ? 0 : 1;
  }

  /** A path that is not there is wrong use, not a fault of a rule. */
  static void existing(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UsageFault("path " + path + " does not exist");
      }
    }
  }
}
