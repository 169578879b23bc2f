package io.zhidun.trust.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Files that nobody but their owner may read or write. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OwnerOnly() {}

  /** Reads such a file; refuses one that others can open, or that is longer than the limit. */
  static byte[] read(Path file, int mostBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Set<PosixFilePermission> others = Files.getPosixFilePermissions(file);
      others.removeAll(OWNER);
      others.remove(PosixFilePermission.OWNER_EXECUTE);
      if (!others.isEmpty()) {
        throw new KeyVaultException(
            "%s: others than its owner can open it (%s); set it to rw-------"
                .formatted(
                    file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file))));
      }
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new KeyVaultException(file + ": longer than " + mostBytes + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException missing) {
      throw new KeyVaultException(file + ": no such file", missing);
    }
  }

  /** Writes a new file, whole or not at all, and makes it durable; fails where there is one. */
  static void write(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    replace(file, bytes);
  }

  /** Puts a file in the place of another in one step, so that a crash leaves one of the two. */
  static void replace(Path file, byte[] bytes) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    try {
      Files.createFile(next, PosixFilePermissions.asFileAttribute(OWNER));
    } catch (FileAlreadyExistsException concurrent) {
      throw new KeyVaultException(next + ": somebody else is writing it", concurrent);
    }
    fill(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(Objects.requireNonNull(file.toAbsolutePath().getParent(), "the folder of a file"));
  }

  private static void fill(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
