package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files and folders below one folder. */
public final class FilesExecutor implements Executor {
  /** How many bytes a restore that died has to read again at most, not counting one file. */
  private static final long STEP = 32 << 20;

  private final Path root;

  public FilesExecutor(Path root) {
    this.root = root;
  }

  @Override
  public String kind() {
    return "files";
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Facts backUp(OutputStream out) throws IOException {
    ArchiveWriter archive = new ArchiveWriter(out);
    archive.write(root);
    return new Facts(
        Map.of("archive", "1"), Map.of(), null, List.of(archive.measure()), archive.notes());
  }

  @Override
  public void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException {
    Staging staging = Staging.open(into, manifest.folder());
    long noted = staging.offset();
    try (InputStream in = new BufferedInputStream(stream.open(noted), 2 * Archive.BLOCK)) {
      ArchiveReader archive = new ArchiveReader(in, noted, staging.content());
      while (archive.next()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException("the restore was stopped");
        }
        if (archive.offset() - noted >= STEP) {
          noted = archive.offset();
          staging.reached(noted);
        }
      }
    }
    staging.publish();
  }

  /** Counts a restored tree as a backup of it would. */
  public static Measure measure(Path root) throws IOException {
    ArchiveWriter archive = new ArchiveWriter(OutputStream.nullOutputStream());
    archive.write(root);
    return archive.measure();
  }
}
