package io.zhidun.cli;

import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One line a backup. */
@Command(
    name = "list",
    description = "Lists the backups that are there, oldest first",
    mixinStandardHelpOptions = true)
final class BackupListCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE", arity = "0..*")
  private List<String> titles = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      for (SourceSpec source : BackupSources.of(backups, titles)) {
        for (Manifest manifest : backups.list(source)) {
          out.write(BackupLine.of(manifest));
        }
      }
    }
    return 0;
  }
}
