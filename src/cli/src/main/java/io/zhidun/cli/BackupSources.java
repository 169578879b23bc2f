package io.zhidun.cli;

import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import java.util.List;

/** Sources by their titles. */
final class BackupSources {
  private BackupSources() {}

  /** The named ones, or all where none is named. */
  static List<SourceSpec> of(Backups backups, List<String> titles) {
    return titles.isEmpty()
        ? backups.config().sources()
        : titles.stream().map(title -> of(backups, title)).toList();
  }

  static SourceSpec of(Backups backups, String title) {
    try {
      return backups.config().source(title);
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()));
    }
  }
}
