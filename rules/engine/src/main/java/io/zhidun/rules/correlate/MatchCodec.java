package io.zhidun.rules.correlate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches in binary form. A writer writes each layout once and refers to it afterwards, a reader
 * gathers them; so both live as long as one stream of bytes, such as one state. A match that
 * travels alone is written and read with a fresh codec.
 */
public final class MatchCodec {
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int ABSENT = -1;

  private final boolean versioned;
  private final List<Layout> layouts = new ArrayList<>();

  /** For the form written now. */
  public MatchCodec() {
    this(true);
  }

  /**
   * @param versioned whether layouts say the version of their rule; only for reading it may be
   *     false
   */
  MatchCodec(boolean versioned) {
    this.versioned = versioned;
  }

  /** Writes a match. */
  public void write(DataOutput out, Match match) throws IOException {
    int known = indexOf(match.layout());
    out.writeInt(known < 0 ? layouts.size() : known);
    if (known < 0) {
      match.layout().write(out);
      layouts.add(match.layout());
    }
    writeText(out, match.source());
    out.writeLong(match.epoch());
    out.writeLong(match.sequence());
    out.writeLong(match.timeMicros());
    out.writeLong(match.receivedMicros());
    writeText(out, match.original());
    @Nullable String[] values = match.values();
    out.writeInt(values.length);
    for (String value : values) {
      writeText(out, value);
    }
  }

  private int indexOf(Layout layout) {
    for (int i = 0; i < layouts.size(); i++) {
      if (layouts.get(i) == layout || layouts.get(i).equals(layout)) {
        return i;
      }
    }
    return -1;
  }

  /** Reads a match. */
  public Match read(DataInput in) throws IOException {
    int index = in.readInt();
    if (index == layouts.size()) {
      layouts.add(Layout.read(in, versioned));
    }
    if (index < 0 || index >= layouts.size()) {
      throw new IOException("layout " + index + " was not written before");
    }
    Layout layout = layouts.get(index);
    String source = readText(in);
    long epoch = in.readLong();
    long sequence = in.readLong();
    long time = in.readLong();
    long received = in.readLong();
    String original = readText(in);
    int count = in.readInt();
    if (count != layout.size() && count != 0) {
      throw new IOException("a match of " + layout.size() + " fields has " + count + " values");
    }
    @Nullable String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      values[i] = readNullable(in);
    }
    return new Match(layout, source, epoch, sequence, time, received, original, values);
  }

  static void writeText(DataOutput out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInput in) throws IOException {
    String text = readNullable(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  private static @Nullable String readNullable(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == ABSENT) {
      return null;
    }
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IOException("a text of " + length + " bytes is longer than " + LONGEST_TEXT);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
