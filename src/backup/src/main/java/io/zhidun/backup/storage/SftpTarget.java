package io.zhidun.backup.storage;

import io.zhidun.backup.storage.TargetException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * A folder of an SFTP server. An object is written beside, in {@code .writing}, brought to the disk
 * where the server can (fsync@openssh.com) and renamed. The rename of protocol version 3 is refused
 * where the new name is taken; OpenSSH does it by a link, so no other writer can come between.
 */
public final class SftpTarget implements Target {
  private static final String WRITING = ".writing";
  private static final int BLOCK = 32 << 10;

  private final SftpOptions options;
  private final SftpSessions sessions;

  public SftpTarget(SftpOptions options) {
    this.options = options;
    this.sessions = new SftpSessions(options);
  }

  @Override
  public String place() {
    return options.toString();
  }

  @Override
  public void put(String name, Content content, @Nullable Instant keepUntil) throws IOException {
    String path = path(ObjectNames.require(name));
    try (SftpClient client = sessions.open(name)) {
      requireFolder(client, name);
      if (attributes(client, path) != null) {
        throw fault(Reason.EXISTS, name, null);
      }
      folders(client, WRITING);
      folders(client, ObjectNames.folder(name));
      String writing = path(WRITING) + '/' + UUID.randomUUID();
      try {
        write(client, writing, content);
        rename(client, writing, path, name);
      } catch (IOException e) {
        removeQuietly(client, writing);
        throw known(e, name);
      }
    }
  }

  private static void write(SftpClient client, String path, Content content) throws IOException {
    try (CloseableHandle handle =
            client.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive));
        InputStream in = content.open()) {
      client.setStat(handle, new Attributes().perms(0100600));
      byte[] block = new byte[BLOCK];
      long offset = 0;
      for (int n = in.readNBytes(block, 0, BLOCK); n > 0; n = in.readNBytes(block, 0, BLOCK)) {
        client.write(handle, offset, block, 0, n);
        offset += n;
      }
      if (offset != content.size()) {
        throw new IOException("content had " + offset + " bytes and not " + content.size());
      }
      OpenSSHFsyncExtension sync = client.getExtension(OpenSSHFsyncExtension.class);
      if (sync != null && sync.isSupported()) {
        sync.fsync(handle);
      }
    }
  }

  private void rename(SftpClient client, String from, String to, String name) throws IOException {
    try {
      client.rename(from, to);
    } catch (SftpException e) {
      if (attributes(client, to) != null) {
        throw fault(Reason.EXISTS, name, e);
      }
      throw e;
    }
  }

  @Override
  public InputStream open(String name, long offset, long length) throws IOException {
    String path = path(ObjectNames.require(name));
    SftpClient client = sessions.open(name);
    try {
      requireFolder(client, name);
      InputStream in = client.read(path, 4 * BLOCK, List.of(OpenMode.Read));
      in.skipNBytes(offset);
      return new ClosingInputStream(new LimitedInputStream(in, length), client);
    } catch (IOException e) {
      client.close();
      throw missing(e) ? fault(Reason.MISSING, name, e) : known(e, name);
    }
  }

  @Override
  public Optional<StoredObject> find(String name) throws IOException {
    String path = path(ObjectNames.require(name));
    try (SftpClient client = sessions.open(name)) {
      requireFolder(client, name);
      Attributes found = attributes(client, path);
      return found == null || !found.isRegularFile()
          ? Optional.empty()
          : Optional.of(stored(name, found));
    }
  }

  @Override
  public Page list(String prefix, @Nullable String after, int limit) throws IOException {
    NameOrder order = new NameOrder(prefix, after, limit);
    try (SftpClient client = sessions.open(prefix)) {
      requireFolder(client, prefix);
      walk(client, ObjectNames.folder(prefix), order);
    }
    return order.page();
  }

  private void walk(SftpClient client, String folder, NameOrder order) throws IOException {
    for (DirEntry entry : entries(client, folder)) {
      if (entry.getFilename().startsWith(".")) {
        continue;
      }
      String name = folder.isEmpty() ? entry.getFilename() : folder + '/' + entry.getFilename();
      if (entry.getAttributes().isDirectory()) {
        walk(client, name, order);
      } else if (entry.getAttributes().isRegularFile()) {
        order.offer(stored(name, entry.getAttributes()));
      }
    }
  }

  private Collection<DirEntry> entries(SftpClient client, String folder) throws IOException {
    try {
      return client.readEntries(folder.isEmpty() ? options.folder() : path(folder));
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause(), "the fault that was wrapped");
      if (missing(cause)) {
        return List.of();
      }
      throw known(cause, folder);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    String path = path(ObjectNames.require(name));
    if (options.appendOnly()) {
      throw fault(Reason.IMMUTABLE, name, null);
    }
    try (SftpClient client = sessions.open(name)) {
      requireFolder(client, name);
      client.remove(path);
    } catch (SftpException e) {
      if (!missing(e)) {
        throw known(e, name);
      }
    }
  }

  private void folders(SftpClient client, String folder) throws IOException {
    if (folder.isEmpty() || attributes(client, path(folder)) != null) {
      return;
    }
    folders(client, ObjectNames.folder(folder));
    try {
      client.mkdir(path(folder));
      client.setStat(path(folder), new Attributes().perms(0040700));
    } catch (SftpException e) {
      if (attributes(client, path(folder)) == null) {
        throw e;
      }
    }
  }

  private void requireFolder(SftpClient client, String name) throws IOException {
    Attributes folder = attributes(client, options.folder());
    if (folder == null || !folder.isDirectory()) {
      throw new TargetException(
          Reason.UNREACHABLE, place(), name, "the folder is not there: is it mounted?", null);
    }
  }

  private static @Nullable Attributes attributes(SftpClient client, String path)
      throws IOException {
    try {
      return client.lstat(path);
    } catch (SftpException e) {
      if (missing(e)) {
        return null;
      }
      throw e;
    }
  }

  private String path(String name) {
    return options.folder().equals("/") ? '/' + name : options.folder() + '/' + name;
  }

  private static StoredObject stored(String name, Attributes file) {
    return new StoredObject(name, file.getSize(), file.getModifyTime().toInstant());
  }

  private static boolean missing(IOException e) {
    return e instanceof SftpException sftp && sftp.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE;
  }

  /** A lost line is worth another try; what the server answers is not. */
  private IOException known(IOException e, String name) {
    if (e instanceof TargetException) {
      return e;
    }
    if (e instanceof SftpException sftp) {
      int status = sftp.getStatus();
      return status == SftpConstants.SSH_FX_FAILURE || status == 14 || status == 15
          ? fault(Reason.FULL, name, e)
          : fault(Reason.REFUSED, name, e);
    }
    return e instanceof SshException ? fault(Reason.UNREACHABLE, name, e) : e;
  }

  private static void removeQuietly(SftpClient client, String path) {
    try {
      client.remove(path);
    } catch (IOException e) {
      // The line is gone or the file was never made: nobody sees what is in .writing.
    }
  }

  private TargetException fault(Reason reason, String name, @Nullable Throwable why) {
    String detail = why == null ? null : why.getMessage();
    return new TargetException(reason, place(), name, detail, why);
  }

  @Override
  public void close() throws IOException {
    sessions.close();
  }

  private static final class ClosingInputStream extends FilterInputStream {
    private final SftpClient client;

    ClosingInputStream(InputStream in, SftpClient client) {
      super(in);
      this.client = client;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        client.close();
      }
    }
  }
}
