package io.zhidun.cli;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.run.Backups;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Restores where nobody sees it, compares with what was counted, keeps the signed record. */
@Command(
    name = "drill",
    description = "Proves by restoring that a backup can be restored, and measures it",
    mixinStandardHelpOptions = true)
final class BackupDrillCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE")
  private String title = "";

  @Option(names = "--id", defaultValue = "latest", description = "which backup")
  private String id = "latest";

  @Option(names = "--by", required = true, description = "who asks for the drill")
  private String by = "";

  @Override
  public Integer call() throws Exception {
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      DrillRecord record =
          backups.drill(BackupSources.of(backups, title), id, by, new BackupProgress(title));
      out.write(record);
      record.faults().forEach(fault -> System.err.println(title + ": " + fault));
      return record.passed() ? 0 : 1;
    }
  }
}
