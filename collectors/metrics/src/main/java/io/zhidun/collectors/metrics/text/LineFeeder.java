package io.zhidun.collectors.metrics.text;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts a stream of bytes into lines for a parser, of which no more is held than one. */
public final class LineFeeder {
  /**
   * Longest line: a label value of a megabyte is read, so that its series alone is dropped and not
   * the whole scrape.
   */
  static final int LONGEST_LINE = 2 << 20;

  private static final int USUAL = 1 << 10;

  private final TextParser parser;
  private byte[] line = new byte[USUAL];
  private int length;

  public LineFeeder(TextParser parser) {
    this.parser = parser;
  }

  /** The next bytes. */
  public void feed(ByteBuffer bytes) throws TextFault {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        parser.line(line, length);
        length = 0;
        if (line.length > 64 * USUAL) {
          line = new byte[USUAL];
        }
      } else {
        if (length == line.length) {
          grow();
        }
        line[length++] = next;
      }
    }
  }

  private void grow() throws TextFault {
    if (length == LONGEST_LINE) {
      throw parser.fault("a line may have " + LONGEST_LINE + " bytes");
    }
    line = Arrays.copyOf(line, Math.min(2 * line.length, LONGEST_LINE));
  }

  /** There are no more bytes. */
  public void end() throws TextFault {
    if (length > 0) {
      parser.lastLine(line, length);
    }
    parser.end();
  }
}
