package io.zhidun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with an audit trail; nothing here needs a running installation. */
@Command(
    name = "audit",
    description = "Verifies audit trails and proves single records of them",
    mixinStandardHelpOptions = true,
    subcommands = {AuditVerifyCommand.class, AuditProofCommand.class})
final class AuditCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.err);
    }
    return 2;
  }
}
