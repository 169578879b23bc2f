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
    byte[] texts = match.texts();
    int values = match.isSlim() ? 0 : match.layout().size();
    if (match.isSlim()) {
      out.writeInt(0);
    } else {
      writePacked(out, texts, PackedTexts.at(texts, values));
    }
    out.writeInt(values);
    int at = 0;
    for (int i = 0; i < values; i++) {
      at = writePacked(out, texts, at);
    }
  }

  /** Writes the text there; returns where the next is. */
  private static int writePacked(DataOutput out, byte[] texts, int at) throws IOException {
    int length = PackedTexts.length(texts, at);
    int from = PackedTexts.bytesAt(texts, at);
    out.writeInt(length < 0 ? ABSENT : length);
    if (length > 0) {
      out.write(texts, from, length);
    }
    return from + Math.max(0, length);
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
    byte[] original = readBytes(in);
    int count = in.readInt();
    if (count != layout.size() && count != 0) {
      throw new IOException("a match of " + layout.size() + " fields has " + count + " values");
    }
    byte[] texts = count == 0 && layout.size() > 0 ? PackedTexts.NONE : pack(in, count, original);
    return new Match(layout, source, epoch, sequence, time, received, texts);
  }

  private static byte[] pack(DataInput in, int count, byte @Nullable [] original)
      throws IOException {
    PackedTexts texts = new PackedTexts(256);
    for (int i = 0; i < count; i++) {
      add(texts, readBytes(in));
    }
    add(texts, original);
    return texts.packed();
  }

  private static void add(PackedTexts texts, byte @Nullable [] text) {
    if (text == null) {
      texts.add(null);
    } else {
      texts.add(text, 0, text.length);
    }
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
    byte[] bytes = readBytes(in);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] readBytes(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == ABSENT) {
      return null;
    }
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IOException("a text of " + length + " bytes is longer than " + LONGEST_TEXT);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
