package io.zhidun.cli;

import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Backs sources up; a run that died before is gone on with. */
@Command(
    name = "run",
    description = "Backs up sources, all where none is named",
    mixinStandardHelpOptions = true)
final class BackupRunCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE", arity = "0..*")
  private List<String> titles = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    int failed = 0;
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      for (SourceSpec source : BackupSources.of(backups, titles)) {
        try {
          out.write(BackupLine.of(backups.run(source, new BackupProgress(source.title()))));
        } catch (java.io.IOException e) {
          // One source that fails must not keep the others from being backed up.
          System.err.println(source.title() + ": " + e.getMessage());
          failed++;
        }
      }
    }
    return failed == 0 ? 0 : 1;
  }
}
