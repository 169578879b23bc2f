package io.zhidun.backup.run;

import io.zhidun.backup.executor.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The folder of a drill. A lock beside it says whose it is, and is held for as long as the drill is
 * alive; the system lets go of it when the process dies, however it dies. So what a killed drill
 * left can be told from what another is at work in.
 */
final class Scratch implements AutoCloseable {
  private static final Pattern LOCK =
      Pattern.compile("drill-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\\.lock");
  private static final String SUFFIX = ".lock";

  /** Locks of this process: opening and closing such a file again would let go of its lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path lock;
  private final FileChannel held;

  private Scratch(Path folder, Path lock, FileChannel held) {
    this.folder = folder;
    this.lock = lock;
    this.held = held;
  }

  /**
   * Makes a folder.
   *
   * @param name the drill's id
   */
  static Scratch create(Path parent, String name, String installation) throws IOException {
    Path root = parent.toAbsolutePath().normalize();
    Path folder = root.resolve("drill-" + name);
    Path lock = root.resolve("drill-" + name + SUFFIX);
    FileChannel held =
        FileChannel.open(
            lock,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            permissions("rw-------"));
    HELD.add(lock);
    try {
      if (held.tryLock() == null) {
        throw new IOException("somebody else has this drill's folder: " + lock);
      }
      held.write(ByteBuffer.wrap(mark(installation).getBytes(StandardCharsets.UTF_8)));
      Files.createDirectory(folder, permissions("rwx------"));
      return new Scratch(folder, lock, held);
    } catch (IOException | RuntimeException e) {
      held.close();
      HELD.remove(lock);
      throw e;
    }
  }

  private static FileAttribute<?> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  private static String mark(String installation) {
    return "drill of the Zhidun " + installation + '\n';
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
    Files.deleteIfExists(lock);
    held.close();
    HELD.remove(lock);
  }

  /**
   * Removes the folders of this installation's drills that were killed, and ends the servers that
   * they left. What has not such a lock beside it is not touched.
   *
   * @return names of the folders that are gone
   */
  static List<String> removeDead(Path parent, String installation) throws IOException {
    Path root = parent.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<String> removed = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "drill-*" + SUFFIX)) {
      for (Path lock : entries) {
        String name = lock.getFileName().toString();
        if (LOCK.matcher(name).matches()
            && !HELD.contains(lock)
            && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
            && removeIfDead(lock, installation)) {
          removed.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    }
    return removed;
  }

  private static boolean removeIfDead(Path lock, String installation) throws IOException {
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        return false;
      }
      ByteBuffer text = ByteBuffer.allocate(200);
      channel.read(text);
      String mark = StandardCharsets.UTF_8.decode(text.flip()).toString();
      // A process that died at once left no words; its lock is empty, and no folder beside it.
      String name = lock.getFileName().toString();
      Path folder = lock.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
      boolean there = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
      if (!mark.equals(mark(installation)) && (there || !mark.isEmpty())) {
        return false;
      }
      if (there) {
        OrphanedServers.end(folder);
        Folders.delete(folder);
      }
      Files.deleteIfExists(lock);
      return true;
    }
  }
}
