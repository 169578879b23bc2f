package io.zhidun.cli;

import io.zhidun.backup.repository.RepositoryCheck;
import io.zhidun.backup.run.Backups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One line a target. */
@Command(
    name = "check",
    description = "Reads all that lies on targets, records of drills too, and names what changed",
    mixinStandardHelpOptions = true)
final class BackupCheckCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "TARGET", arity = "0..*", description = "which (default: all)")
  private List<String> targets = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    boolean holds = true;
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      List<String> all = backups.config().targets().keySet().stream().sorted().toList();
      for (String target : targets.isEmpty() ? all : targets) {
        if (!all.contains(target)) {
          throw new UsageFault("target \"" + target + "\" is not one of " + all);
        }
        RepositoryCheck.Result result = backups.check(target, new BackupProgress(target));
        out.write(result);
        result.faults().forEach(System.err::println);
        holds &= result.holds();
      }
    }
    return holds ? 0 : 1;
  }
}
