package io.zhidun.cli;

import io.zhidun.backup.run.BackupConfig;
import io.zhidun.backup.run.VaultKeys;
import io.zhidun.trust.keys.KeyEntry;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.keys.KeyUse;
import io.zhidun.trust.keys.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The vault that backups are sealed and signed with. */
@Command(
    name = "keys",
    description = "Makes the vault of the keys, lists them, or retires the current ones for new",
    mixinStandardHelpOptions = true)
final class BackupKeysCommand implements Callable<Integer> {
  enum Action {
    create,
    list,
    rotate
  }

  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "create|list|rotate")
  private Action action = Action.list;

  @Override
  public Integer call() throws Exception {
    BackupConfig config = backup.config();
    SecureRandom random = new SecureRandom();
    KeyVault vault =
        action == Action.create ? create(config, random) : VaultKeys.open(config, random);
    if (action == Action.rotate) {
      for (KeyUse use : KeyUse.values()) {
        vault.rotate(use, Instant.now());
      }
    }
    try (Ndjson out = new Ndjson()) {
      for (KeyEntry entry : vault.entries()) {
        out.write(line(entry));
      }
    }
    return 0;
  }

  private static KeyVault create(BackupConfig config, SecureRandom random) throws IOException {
    if (config.keyFile() != null && !Files.exists(config.keyFile())) {
      KeyLock.newKeyFile(config.keyFile(), random);
      System.err.println("Keep a copy of " + config.keyFile() + " elsewhere: it opens the vault");
    }
    return VaultKeys.create(config, Instant.now(), random);
  }

  private static Map<String, Object> line(KeyEntry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", entry.id());
    line.put("use", entry.use());
    line.put("created", entry.created());
    line.put("current", entry.isCurrent());
    return line;
  }
}
