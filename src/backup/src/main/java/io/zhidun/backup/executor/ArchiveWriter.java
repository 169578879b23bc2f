package io.zhidun.backup.executor;

import io.zhidun.backup.executor.FileState.Kind;
import io.zhidun.backup.repository.Measure;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Writes a folder as an {@link Archive}, in the order of names. Every folder is entered by its
 * opened parent and no link is followed, so that whoever may write in the tree cannot lead the
 * reading out of it.
 */
final class ArchiveWriter {
  /** A note a file would fill the manifest. */
  private static final int MOST_NOTES = 1000;

  private static final byte[] ZEROS = new byte[Archive.BLOCK];

  private record Late(String path, FileState state, String link) {}

  private final DataOutputStream out;
  private final TreeSum sum = new TreeSum();
  private final List<String> notes = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private final byte[] block = new byte[Archive.BLOCK];
  private long suppressed;

  ArchiveWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 2 * Archive.BLOCK));
  }

  void write(Path root) throws IOException {
    out.writeLong(Archive.MAGIC);
    root(root, "");
    end();
  }

  /**
   * Writes several folders into one archive.
   *
   * @param roots by the names that they have in the archive
   */
  void write(SortedMap<String, Path> roots) throws IOException {
    out.writeLong(Archive.MAGIC);
    for (Map.Entry<String, Path> root : roots.entrySet()) {
      out.writeByte('D');
      path(root.getKey());
      sum.folder(root.getKey());
      root(root.getValue(), root.getKey() + '/');
    }
    end();
  }

  private void root(Path root, String prefix) throws IOException {
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
      if (!(folder instanceof SecureDirectoryStream<Path> secure)) {
        throw new IOException("this system cannot read folders safely: " + root);
      }
      folder(secure, root, prefix);
    }
  }

  private void end() throws IOException {
    for (Late entry : late) {
      late(entry);
    }
    out.writeByte('E');
    out.flush();
  }

  Measure measure() {
    return sum.measure();
  }

  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (suppressed > 0) {
      all.add("and " + suppressed + " more");
    }
    return all;
  }

  private void folder(SecureDirectoryStream<Path> folder, Path path, String prefix)
      throws IOException {
    List<Path> names = new ArrayList<>();
    for (Path entry : folder) {
      names.add(entry.getFileName());
    }
    names.sort((a, b) -> a.toString().compareTo(b.toString()));
    for (Path name : names) {
      if (Thread.currentThread().isInterrupted()) {
        throw new java.io.InterruptedIOException("the backup was stopped");
      }
      String relative = prefix + name;
      try {
        entry(folder, name, path.resolve(name), relative);
      } catch (NoSuchFileException e) {
        note(relative, "went away while the backup was made");
      }
    }
  }

  private void entry(SecureDirectoryStream<Path> folder, Path name, Path path, String relative)
      throws IOException {
    FileState state = FileState.of(folder, name, path);
    switch (state.kind()) {
      case FOLDER -> subfolder(folder, name, path, relative, state);
      case FILE -> file(folder, name, path, relative, state);
      case LINK -> late.add(new Late(relative, state, Files.readSymbolicLink(path).toString()));
      case OTHER -> note(relative, "is no file, folder or link and is left out");
    }
  }

  private void subfolder(
      SecureDirectoryStream<Path> parent, Path name, Path path, String relative, FileState state)
      throws IOException {
    try (SecureDirectoryStream<Path> folder =
        parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
      out.writeByte('D');
      path(relative);
      sum.folder(relative);
      folder(folder, path, relative + '/');
    }
    late.add(new Late(relative, state, ""));
  }

  private void file(
      SecureDirectoryStream<Path> folder, Path name, Path path, String relative, FileState state)
      throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (SeekableByteChannel in = folder.newByteChannel(name, options)) {
      out.writeByte('F');
      path(relative);
      state(state);
      sum.beginFile();
      content(in);
      sum.endFile(relative);
    }
    FileState after = FileState.of(folder, name, path);
    if (after.kind() != Kind.FILE
        || after.size() != state.size()
        || !after.modified().equals(state.modified())
        || !String.valueOf(after.key()).equals(String.valueOf(state.key()))) {
      note(relative, "changed while it was read");
    }
  }

  /** Zero bytes in whole blocks are counted and not written: Java cannot ask for a file's holes. */
  private void content(SeekableByteChannel in) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    long hole = 0;
    for (int count = fill(in, buffer); count > 0; count = fill(in, buffer)) {
      if (count == block.length && Arrays.equals(block, ZEROS)) {
        hole += count;
        continue;
      }
      hole(hole);
      hole = 0;
      out.writeInt(count);
      out.write(block, 0, count);
      sum.data(block, count);
    }
    hole(hole);
    out.writeInt(0);
  }

  private static int fill(SeekableByteChannel in, ByteBuffer buffer) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining() && in.read(buffer) > 0) {
      // Until the block is full, so that the same file always falls into the same blocks.
    }
    return buffer.position();
  }

  private void hole(long length) throws IOException {
    if (length > 0) {
      out.writeInt(Archive.HOLE);
      out.writeLong(length);
      sum.hole(length);
    }
  }

  private void late(Late entry) throws IOException {
    if (entry.state().kind() == Kind.LINK) {
      out.writeByte('L');
      path(entry.path());
      out.writeInt(entry.state().owner());
      out.writeInt(entry.state().group());
      text(entry.link());
      sum.link(entry.path(), entry.link());
      return;
    }
    out.writeByte('A');
    path(entry.path());
    state(entry.state());
  }

  private void path(String relative) throws IOException {
    if (relative.indexOf('\ufffd') >= 0) {
      note(relative, "has a name that is not UTF-8; it is kept changed");
    }
    text(relative);
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > Archive.LONGEST_PATH) {
      throw new IOException(
          "a path has at most "
              + Archive.LONGEST_PATH
              + " bytes, this one "
              + bytes.length
              + ": "
              + text);
    }
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private void state(FileState state) throws IOException {
    out.writeInt(state.mode());
    out.writeInt(state.owner());
    out.writeInt(state.group());
    out.writeLong(state.modified().getEpochSecond());
    out.writeInt(state.modified().getNano());
  }

  private void note(String path, String words) {
    if (notes.size() == MOST_NOTES) {
      suppressed++;
      return;
    }
    notes.add(path.replace("\n", "\\n") + ' ' + words);
  }
}
