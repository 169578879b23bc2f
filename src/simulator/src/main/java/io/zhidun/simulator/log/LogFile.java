package io.zhidun.simulator.log;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that is renamed away when it is full, as logrotate does without copytruncate: the
 * newest old file is {@code name.1}. Thread-safe; a line is handed to the system in one piece.
 */
public final class LogFile implements Closeable {
  private static final int BUFFER = 64 << 10;

  private final Path path;
  private final Rotation rotation;
  private final boolean flushEachLine;
  private OutputStream out;
  private long size;

  /**
   * When to rename and how many old files stay.
   *
   * @param limit bytes after which a file is renamed
   * @param kept old files that stay
   */
  public record Rotation(long limit, int kept) {
    public Rotation {
      if (limit < 1) {
        throw new IllegalArgumentException("limit must be at least 1 byte, was " + limit);
      }
      if (kept < 1) {
        throw new IllegalArgumentException("kept must be at least 1, was " + kept);
      }
    }
  }

  /**
   * @param flushEachLine whether a reader shall see each line at once
   */
  public LogFile(Path path, Rotation rotation, boolean flushEachLine) throws IOException {
    this.path = path;
    this.rotation = rotation;
    this.flushEachLine = flushEachLine;
    Files.createDirectories(path.toAbsolutePath().getParent());
    this.out = open(path);
    this.size = Files.size(path);
  }

  /** Appends a line; a line break inside is not expected and would forge a second line. */
  public synchronized void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (size > 0 && size + bytes.length > rotation.limit()) {
        rotate();
      }
      out.write(bytes);
      size += bytes.length;
      if (flushEachLine) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private void rotate() throws IOException {
    out.close();
    for (int old = rotation.kept() - 1; old >= 1; old--) {
      if (Files.exists(numbered(old))) {
        Files.move(numbered(old), numbered(old + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(path, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    out = open(path);
    size = 0;
  }

  private Path numbered(int old) {
    return path.resolveSibling(path.getFileName() + "." + old);
  }

  private static OutputStream open(Path path) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), BUFFER);
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
