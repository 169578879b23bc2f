package io.zhidun.cli;

import io.zhidun.backup.executor.KafkaExecutor;
import io.zhidun.backup.executor.KafkaOptions;
import io.zhidun.backup.executor.KafkaRestore;
import io.zhidun.backup.executor.Lsn;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Restores a backup into a folder that is not there yet. */
@Command(
    name = "restore",
    description = "Restores a backup; a database recovers to the point asked for when it starts",
    mixinStandardHelpOptions = true)
final class BackupRestoreCommand implements Callable<Integer> {
  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE")
  private String title = "";

  @Option(names = "--id", defaultValue = "latest", description = "which backup")
  private String id = "latest";

  @Option(names = "--into", required = true, description = "a folder that is not there yet")
  private Path into = Path.of("restored");

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "put the state of a Kafka into this cluster too; what is there stays")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "settings of the client, such as its password")
  private @Nullable Path kafkaProperties;

  @ArgGroup private @Nullable Goal goal;

  static final class Goal {
    @Option(names = "--to-time", description = "ISO 8601, such as 2026-11-27T08:00:00Z")
    private @Nullable Instant time;

    @Option(names = "--to-transaction", description = "id of the last transaction wanted")
    private @Nullable Long transaction;

    @Option(names = "--to-lsn", description = "place in the log, such as 16/B374D848")
    private @Nullable String lsn;

    @Option(names = "--to-point", description = "name of a restore point")
    private @Nullable String point;

    RecoveryGoal recovery() {
      if (time != null) {
        return RecoveryGoal.time(time);
      }
      if (transaction != null) {
        return RecoveryGoal.transaction(transaction);
      }
      if (lsn != null) {
        return RecoveryGoal.lsn(Lsn.parse(lsn));
      }
      return point == null ? RecoveryGoal.latest() : RecoveryGoal.point(point);
    }
  }

  @Override
  public Integer call() throws Exception {
    RecoveryGoal recovery;
    try {
      recovery = goal == null ? RecoveryGoal.latest() : goal.recovery();
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()));
    }
    try (Backups backups = backup.open();
        Ndjson out = new Ndjson()) {
      SourceSpec source = BackupSources.of(backups, title);
      backups.restore(source, id, recovery, into, new BackupProgress(title));
      out.write(Map.of("source", title, "backup", id, "into", into.toString()));
      return kafka == null ? 0 : apply(new KafkaOptions(kafka, kafkaProperties), out);
    }
  }

  private int apply(KafkaOptions cluster, Ndjson out) throws IOException, InterruptedException {
    int code = 0;
    for (KafkaRestore.Change change : KafkaRestore.apply(KafkaExecutor.read(into), cluster)) {
      out.write(change);
      boolean wanted =
          change.outcome() == KafkaRestore.Outcome.CREATED
              || change.outcome() == KafkaRestore.Outcome.THERE;
      code = wanted ? code : 1;
    }
    return code;
  }
}
