package io.zhidun.cli;

import io.zhidun.backup.repository.VerifyReport;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads all chunks of a backup. Does not say that it can be restored: that is a drill's to say. */
@Command(
    name = "verify",
    description = "Reads, digests and opens all of a backup, on every target",
    mixinStandardHelpOptions = true)
final class BackupVerifyCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE")
  private String title = "";

  @Option(names = "--id", defaultValue = "latest", description = "which backup")
  private String id = "latest";

  @Option(names = "--target", description = "on this target alone")
  private @Nullable String target;

  @Override
  public Integer call() throws Exception {
    boolean holds = true;
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      SourceSpec source = BackupSources.of(backups, title);
      List<String> targets = target == null ? source.targets() : List.of(target);
      for (String name : targets) {
        VerifyReport report =
            backups.verify(source, id, name, new BackupProgress(title + " at " + name));
        out.write(report);
        holds &= report.holds();
      }
    }
    return holds ? 0 : 1;
  }
}
