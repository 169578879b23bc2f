package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a restore is made before it appears: beside its place, owner-only, with a note of how far
 * it has come. The note counts only within one run of the operating system, because what a dead
 * process wrote outlives the process and not a loss of power.
 */
final class Staging {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  private final Path into;
  private final Path folder;
  private final Path note;
  private final String of;

  private Staging(Path into, String backup) throws IOException {
    this.into = into.toAbsolutePath().normalize();
    Path parent = Objects.requireNonNull(this.into.getParent(), "a folder to restore into");
    this.folder = parent.resolve('.' + this.into.getFileName().toString() + ".restoring");
    this.note = folder.resolve("note");
    String boot = Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "unknown";
    this.of = backup + ' ' + boot;
  }

  /**
   * Makes the place ready, empty unless a restore of the same backup died in it.
   *
   * @throws FileAlreadyExistsException where there is something at the place to restore to
   */
  static Staging open(Path into, String backup) throws IOException {
    Staging staging = new Staging(into, backup);
    if (Files.exists(staging.into, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          staging.into.toString(), null, "a restore goes to a place where nothing is");
    }
    if (staging.offset() == 0) {
      staging.clear();
      Files.createDirectory(
          staging.folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createDirectory(staging.content());
    }
    return staging;
  }

  /** Holds the content, and what else is needed until it appears. */
  Path folder() {
    return folder;
  }

  Path content() {
    return folder.resolve("content");
  }

  /** How far a restore of this backup came here, 0 where none did. */
  long offset() throws IOException {
    if (!Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    String text = Files.readString(note);
    return text.startsWith(of + ' ') ? Long.parseLong(text.substring(of.length() + 1)) : 0;
  }

  void reached(long offset) throws IOException {
    Path fresh = folder.resolve("note.new");
    Files.write(fresh, (of + ' ' + offset).getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Brings all to the disk and lets it appear. */
  void publish() throws IOException, InterruptedException {
    Program.of("sync", "-f", content().toString()).run();
    Files.move(content(), into, StandardCopyOption.ATOMIC_MOVE);
    clear();
  }

  private void clear() throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      deleteTree(folder);
    }
  }

  /** Deletes a folder and all in it; follows no link. */
  static void deleteTree(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException fault)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
