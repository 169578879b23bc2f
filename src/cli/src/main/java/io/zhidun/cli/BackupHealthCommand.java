package io.zhidun.cli;

import io.zhidun.backup.health.BackupHealth;
import io.zhidun.backup.health.Problem;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceStates;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** One line a problem. */
@Command(
    name = "health",
    description = "Says what is overdue, failed, damaged or behind",
    mixinStandardHelpOptions = true)
final class BackupHealthCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Override
  public Integer call() throws Exception {
    Clock clock = Clock.systemUTC();
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      List<Problem> problems =
          new BackupHealth(backups.config().policies())
              .problems(new SourceStates(backups, clock).all(), clock.instant());
      for (Problem problem : problems) {
        out.write(problem);
      }
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
