package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes a restored data folder recover with archived log when the server starts. */
public final class PostgresRecovery {
  /** The server gives restore_command to a shell; only names that mean nothing to it pass. */
  private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._/-]+");

  private PostgresRecovery() {}

  /**
   * Writes the settings and the signal file.
   *
   * @param wal folder of the segments
   */
  public static void prepare(Path data, Path wal, RecoveryGoal goal) throws IOException {
    String folder = wal.toAbsolutePath().normalize().toString();
    if (!PLAIN.matcher(folder).matches()) {
      throw new IOException(
          "a folder of the log is named with A-Z a-z 0-9 . _ / - only, was " + folder);
    }
    Map<String, String> settings = new TreeMap<>(goal.settings());
    settings.put("restore_command", "cp \"" + folder + "/%f\" \"%p\"");
    settings.put("recovery_target_timeline", "latest");
    StringBuilder text = new StringBuilder("\n# Written for a recovery by zhidun\n");
    settings.forEach((name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    Files.writeString(data.resolve("recovery.signal"), "");
  }
}
