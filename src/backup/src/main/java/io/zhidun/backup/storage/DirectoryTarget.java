package io.zhidun.backup.storage;

import io.zhidun.backup.storage.TargetException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a file system with POSIX permissions and hard links. An object is written beside, in
 * {@code .writing}, brought to the disk and linked to its name: a link is refused where the name is
 * taken. All is the owner's alone. The folder must be there: one that is not mounted is an error
 * and not an empty target.
 */
public final class DirectoryTarget implements Target {
  private static final String WRITING = ".writing";
  private static final Duration STALE = Duration.ofDays(2);

  private final Path root;
  private final boolean appendOnly;

  /**
   * @param appendOnly whether this program refuses to delete; who owns the folder still can
   */
  public DirectoryTarget(Path root, boolean appendOnly) {
    this.root = root.toAbsolutePath().normalize();
    this.appendOnly = appendOnly;
  }

  @Override
  public String place() {
    return root.toString();
  }

  @Override
  public void put(String name, Content content, @Nullable Instant keepUntil) throws IOException {
    Path path = root.resolve(ObjectNames.require(name));
    requireRoot(name);
    Path writing = folder(root.resolve(WRITING)).resolve(UUID.randomUUID().toString());
    try {
      write(writing, content);
      Files.createLink(folderOf(path), writing);
      sync(parent(path));
    } catch (FileAlreadyExistsException e) {
      throw fault(Reason.EXISTS, name, e);
    } catch (IOException e) {
      throw full(e) ? fault(Reason.FULL, name, e) : e;
    } finally {
      Files.deleteIfExists(writing);
    }
  }

  private static void write(Path path, Content content) throws IOException {
    try (FileChannel file =
            FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        InputStream in = content.open()) {
      in.transferTo(Channels.newOutputStream(file));
      if (file.size() != content.size()) {
        throw new IOException(
            "content had " + file.size() + " bytes and not " + content.size() + ": " + path);
      }
      file.force(true);
    }
  }

  private Path folderOf(Path path) throws IOException {
    folder(parent(path));
    return path;
  }

  private Path folder(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return folder;
    }
    if (!folder.startsWith(root) || folder.equals(root)) {
      throw new NoSuchFileException(folder.toString());
    }
    folder(parent(folder));
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      sync(parent(folder));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
    return folder;
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), "below the root");
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static boolean full(IOException fault) {
    String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }

  @Override
  public InputStream open(String name, long offset, long length) throws IOException {
    Path path = root.resolve(ObjectNames.require(name));
    requireRoot(name);
    try {
      FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
      file.position(offset);
      return new LimitedInputStream(Channels.newInputStream(file), length);
    } catch (NoSuchFileException e) {
      throw fault(Reason.MISSING, name, e);
    }
  }

  @Override
  public Optional<StoredObject> find(String name) throws IOException {
    Path path = root.resolve(ObjectNames.require(name));
    requireRoot(name);
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.isRegularFile()
          ? Optional.of(new StoredObject(name, file.size(), file.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Page list(String prefix, @Nullable String after, int limit) throws IOException {
    NameOrder order = new NameOrder(prefix, after, limit);
    requireRoot(prefix);
    walk(root.resolve(ObjectNames.folder(prefix)), order);
    return order.page();
  }

  private void walk(Path folder, NameOrder order) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (entry.getFileName().toString().startsWith(".")) {
          continue;
        }
        BasicFileAttributes file =
            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (file.isDirectory()) {
          walk(entry, order);
        } else if (file.isRegularFile()) {
          String name = root.relativize(entry).toString();
          order.offer(new StoredObject(name, file.size(), file.lastModifiedTime().toInstant()));
        }
      }
    } catch (NoSuchFileException e) {
      // A folder that is not there, or went away meanwhile, holds nothing.
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Path path = root.resolve(ObjectNames.require(name));
    requireRoot(name);
    if (appendOnly) {
      throw fault(Reason.IMMUTABLE, name, null);
    }
    if (Files.deleteIfExists(path)) {
      sync(parent(path));
    }
  }

  /** Removes what a process that died was writing; never what may still be written. */
  public void removeStale(Instant now) throws IOException {
    Path writing = root.resolve(WRITING);
    if (!Files.isDirectory(writing, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(writing)) {
      for (Path entry : entries) {
        Instant touched = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
        if (touched.isBefore(now.minus(STALE))) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  /** Bytes that are free on the file system. */
  public long free() throws IOException {
    FileStore store = Files.getFileStore(root);
    return store.getUsableSpace();
  }

  private void requireRoot(String name) throws TargetException {
    if (!Files.isDirectory(root)) {
      throw new TargetException(
          Reason.UNREACHABLE, place(), name, "the folder is not there: is it mounted?", null);
    }
  }

  private TargetException fault(Reason reason, String name, @Nullable Throwable why) {
    return new TargetException(reason, place(), name, null, why);
  }

  @Override
  public void close() {}
}
