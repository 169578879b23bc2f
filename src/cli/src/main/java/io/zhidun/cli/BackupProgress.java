package io.zhidun.cli;

import io.zhidun.backup.repository.Progress;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells people on standard error how far something has come. */
final class BackupProgress implements Consumer<Progress> {
  private static final double MEGABYTE = 1e6;
  private final String what;

  BackupProgress(String what) {
    this.what = what;
  }

  @Override
  public void accept(Progress progress) {
    String left = progress.left() == null ? "" : ", " + progress.left().toSeconds() + " s left";
    System.err.printf(
        Locale.ROOT,
        "%s: %.0f MB (%.0f MB stored), %.1f MB/s%s%n",
        what,
        progress.done() / MEGABYTE,
        progress.stored() / MEGABYTE,
        progress.bytesPerSecond() / MEGABYTE,
        left);
  }
}
