package io.zhidun.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with rules; only {@code import} needs a running installation. */
@Command(
    name = "rules",
    description = "Checks, tries, tests and imports Sigma rules",
    mixinStandardHelpOptions = true,
    subcommands = {
      RulesCheckCommand.class,
      RulesMatchCommand.class,
      RulesTestCommand.class,
      RulesDryRunCommand.class,
      RulesImportCommand.class
    })
final class RulesCommand implements Callable<Integer> {
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.err);
    }
    return 2;
  }
}
