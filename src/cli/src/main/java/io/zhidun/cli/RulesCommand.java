package io.zhidun.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with rules without a running installation. */
@Command(
    name = "rules",
    description = "Checks, tries and tests Sigma rules",
    mixinStandardHelpOptions = true,
    subcommands = {
      RulesCheckCommand.class,
      RulesMatchCommand.class,
      RulesTestCommand.class,
      RulesDryRunCommand.class
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
