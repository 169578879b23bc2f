package io.zhidun.backup.run;

import io.zhidun.backup.drill.SqlCheck;
import java.util.List;

/**
 * A source as the configuration has it.
 *
 * @param level of the system's classified protection
 * @param targets names; the first gets the backup, the others copies of it
 * @param kind how it is read and restored
 */
public record SourceSpec(
    String system,
    String name,
    int level,
    String tier,
    List<String> targets,
    SourceKind kind,
    List<SqlCheck> checks) {
  public SourceSpec {
    targets = List.copyOf(targets);
    checks = List.copyOf(checks);
  }

  /** How the command line and people name it. */
  public String title() {
    return system + '/' + name;
  }
}
