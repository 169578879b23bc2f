package io.zhidun.cli;

import io.zhidun.backup.run.BackupConfig;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.VaultKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backups of the sources that {@code backup.yml} names. */
@Command(
    name = "backup",
    description = "Backs up, verifies, restores and drills what backup.yml names",
    mixinStandardHelpOptions = true,
    subcommands = {
      BackupRunCommand.class,
      BackupListCommand.class,
      BackupVerifyCommand.class,
      BackupCheckCommand.class,
      BackupRestoreCommand.class,
      BackupDrillCommand.class,
      BackupHealthCommand.class,
      BackupPruneCommand.class,
      BackupLogCommand.class,
      BackupKeysCommand.class,
      BackupQuorumCommand.class
    })
final class BackupCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "backup.yml",
      description = "sources, targets, keys and policies (default: ${DEFAULT-VALUE})")
  private Path file = Path.of("backup.yml");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.err);
    }
    return 2;
  }

  /** Reads the configuration; its faults are wrong use. */
  BackupConfig config() throws IOException {
    try {
      return BackupConfig.read(file);
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()));
    }
  }

  Backups open() throws IOException {
    BackupConfig config = config();
    SecureRandom random = new SecureRandom();
    return new Backups(
        config, VaultKeys.of(VaultKeys.open(config, random)), Clock.systemUTC(), random);
  }
}
