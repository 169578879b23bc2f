package io.zhidun.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes. A line longer than the limit is cut there; what follows is skipped. */
final class Lines implements AutoCloseable {
  /** Longest line kept of logs, as in the collectors. */
  static final int MAX_LINE = 1 << 20;

  private final InputStream in;
  private final int longest;
  private final byte[] block = new byte[1 << 16];
  private int at;
  private int filled;
  private boolean cut;

  /**
   * @param longest bytes kept of a line
   */
  private Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The lines of a file, or of standard input where the file is {@code -}. */
  static Lines of(Path file) throws IOException {
    return of(file, MAX_LINE);
  }

  /** The same, of which as many bytes of a line are kept. */
  static Lines of(Path file, int longest) throws IOException {
    if (file.toString().equals("-")) {
      return new Lines(new BufferedInputStream(System.in), longest);
    }
    if (!Files.isReadable(file)) {
      throw new UsageFault("file " + file + " cannot be read");
    }
    return new Lines(Files.newInputStream(file), longest);
  }

  /** Whether the last line was longer than what is kept. */
  boolean wasCut() {
    return cut;
  }

  /** Whether more was read already than was asked for; if not, the next line may take its time. */
  boolean isBuffered() {
    return at < filled;
  }

  /** The next line without its end, or null behind the last. */
  byte @Nullable [] next() throws IOException {
    byte[] line = new byte[0];
    cut = false;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = at;
      while (end < filled && block[end] != '\n') {
        end++;
      }
      line = append(line, end);
      boolean whole = end < filled;
      at = whole ? end + 1 : end;
      if (whole) {
        return withoutReturn(line);
      }
    }
    return any ? withoutReturn(line) : null;
  }

  private byte[] append(byte[] line, int end) {
    int room = longest - line.length;
    int count = Math.min(end - at, room);
    cut |= count < end - at;
    byte[] longer = Arrays.copyOf(line, line.length + count);
    System.arraycopy(block, at, longer, line.length, count);
    return longer;
  }

  private static byte[] withoutReturn(byte[] line) {
    return line.length > 0 && line[line.length - 1] == '\r'
        ? Arrays.copyOf(line, line.length - 1)
        : line;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(block));
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
