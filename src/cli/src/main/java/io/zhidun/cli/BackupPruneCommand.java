package io.zhidun.cli;

import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.PruneRecord;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.backup.run.TargetSpec;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One line a target. */
@Command(
    name = "prune",
    description = "Deletes what the tier's retention gives up and nothing that is locked",
    mixinStandardHelpOptions = true)
final class BackupPruneCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE")
  private String title = "";

  @Option(names = "--target", description = "which target (default: all of the source)")
  private @Nullable String target;

  @Option(names = "--dry-run", description = "only say what would be deleted")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    int refused = 0;
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      SourceSpec source = BackupSources.of(backups, title);
      for (String name : targets(source)) {
        PruneRecord record = backups.prune(source, name, dryRun);
        out.write(record);
        refused += keepsAll(backups, name) ? 0 : record.refused().size();
        record
            .refused()
            .forEach(id -> System.err.println(title + ": " + name + " does not let go of " + id));
      }
    }
    return refused == 0 ? 0 : 1;
  }

  /** A target that is there to let nothing go is not at fault when it does not. */
  private static boolean keepsAll(Backups backups, String target) {
    TargetSpec spec = backups.config().targets().get(target);
    return spec != null && spec.immutable();
  }

  private List<String> targets(SourceSpec source) {
    if (target == null) {
      return source.targets();
    }
    if (!source.targets().contains(target)) {
      throw new UsageFault(
          "--target \"" + target + "\" is not one of " + source.targets() + " of " + title);
    }
    return List.of(target);
  }
}
