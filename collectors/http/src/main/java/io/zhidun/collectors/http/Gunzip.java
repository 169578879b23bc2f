package io.zhidun.collectors.http;

import io.netty.buffer.ByteBuf;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) piece by piece, never more than is asked for. One member; what would
 * expand far more than text does is refused.
 */
final class Gunzip implements AutoCloseable {
  /** Deflate reaches 1,032; XML and JSON of filings stay below 30. */
  private static final int MOST_RATIO = 200;

  /** A short text of blanks may expand more. */
  private static final long ALWAYS_FINE = 1 << 20;

  private static final int FIXED_HEAD = 10;
  private static final int TRAILER = 8;
  private static final int INPUT = 8 << 10;

  private static final int HEADER_CRC = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  private enum Part {
    FIXED,
    EXTRA_LENGTH,
    EXTRA_FIELD,
    NAME_FIELD,
    COMMENT_FIELD,
    CHECK_FIELD,
    DATA,
    TRAILER,
    END
  }

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] compressed = new byte[INPUT];
  private final byte[] field = new byte[FIXED_HEAD];
  private Part part = Part.FIXED;
  private int have;
  private int flags;
  private int extra;

  /**
   * Reads from {@code in} and fills {@code out} as far as it can.
   *
   * @return bytes written; 0 where more input is needed or the end was reached
   */
  int read(ByteBuf in, byte[] out) throws RefusalException {
    while (part != Part.DATA) {
      if (part == Part.END || !in.isReadable()) {
        return requireNothingBehind(in);
      }
      header(in.readByte());
    }
    return inflate(in, out);
  }

  private int requireNothingBehind(ByteBuf in) throws RefusalException {
    if (in.isReadable()) {
      throw bad("there are bytes behind the end of the gzip member");
    }
    return 0;
  }

  /** Whether the whole member was read. */
  boolean ended() {
    return part == Part.END;
  }

  private void header(byte next) throws RefusalException {
    switch (part) {
      case FIXED -> {
        field[have++] = next;
        if (have == FIXED_HEAD) {
          fixed();
        }
      }
      case EXTRA_LENGTH -> {
        extra |= (next & 0xff) << 8 * have++;
        if (have == 2) {
          go(extra == 0 ? afterExtra() : Part.EXTRA_FIELD);
        }
      }
      case EXTRA_FIELD -> {
        if (++have == extra) {
          go(afterExtra());
        }
      }
      case NAME_FIELD -> {
        if (next == 0) {
          go(afterName());
        }
      }
      case COMMENT_FIELD -> {
        if (next == 0) {
          go(afterComment());
        }
      }
      case CHECK_FIELD -> {
        if (++have == 2) {
          go(Part.DATA);
        }
      }
      case TRAILER -> {
        field[have++] = next;
        if (have == TRAILER) {
          trailer();
        }
      }
      case DATA, END -> throw new IllegalStateException("no header is read at " + part);
    }
  }

  private void go(Part next) {
    part = next;
    have = 0;
  }

  private void fixed() throws RefusalException {
    flags = field[3] & 0xff;
    if (field[0] != 0x1f || (field[1] & 0xff) != 0x8b || field[2] != 8 || (flags & RESERVED) != 0) {
      throw bad("the body does not begin like gzip");
    }
    go((flags & EXTRA) != 0 ? Part.EXTRA_LENGTH : afterExtra());
  }

  private Part afterExtra() {
    return (flags & NAME) != 0 ? Part.NAME_FIELD : afterName();
  }

  private Part afterName() {
    return (flags & COMMENT) != 0 ? Part.COMMENT_FIELD : afterComment();
  }

  private Part afterComment() {
    return (flags & HEADER_CRC) != 0 ? Part.CHECK_FIELD : Part.DATA;
  }

  private int inflate(ByteBuf in, byte[] out) throws RefusalException {
    try {
      while (true) {
        int count = inflater.inflate(out);
        if (count > 0) {
          crc.update(out, 0, count);
          requireUsualRatio();
          return count;
        }
        if (inflater.finished()) {
          in.readerIndex(in.readerIndex() - inflater.getRemaining());
          go(Part.TRAILER);
          return read(in, out);
        }
        if (inflater.needsDictionary() || !in.isReadable()) {
          return 0;
        }
        int length = Math.min(compressed.length, in.readableBytes());
        in.readBytes(compressed, 0, length);
        inflater.setInput(compressed, 0, length);
      }
    } catch (DataFormatException e) {
      throw bad("the body is no sound gzip: " + e.getMessage());
    }
  }

  private void requireUsualRatio() throws RefusalException {
    long written = inflater.getBytesWritten();
    if (written > ALWAYS_FINE && written > MOST_RATIO * inflater.getBytesRead()) {
      throw new RefusalException(
          Problem.TOO_LARGE, "the body expands more than " + MOST_RATIO + " times");
    }
  }

  private void trailer() throws RefusalException {
    if (number(0) != (int) crc.getValue() || number(4) != (int) inflater.getBytesWritten()) {
      throw bad("the gzip checksum or length does not agree");
    }
    go(Part.END);
  }

  private int number(int at) {
    return field[at] & 0xff
        | (field[at + 1] & 0xff) << 8
        | (field[at + 2] & 0xff) << 16
        | field[at + 3] << 24;
  }

  private static RefusalException bad(String detail) {
    return new RefusalException(Problem.BAD_COMPRESSION, detail);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
