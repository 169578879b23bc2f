package io.zhidun.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads an event from JSON, nested or with dotted names, into slices of the given bytes: nothing is
 * decoded. Lists become several values of one field; objects in lists lose their position. Belongs
 * to one thread.
 */
public final class EventReader {
  /** Deepest nesting read. */
  public static final int MAX_DEPTH = 32;

  private static final int TIMESTAMP = FieldNames.id("@timestamp");

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = 0x2222222222222222L;
  private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;
  private static final long BLANKS = 0x2020202020202020L;

  private final boolean keepsExtras;
  private final ExtraNames extraNames = new ExtraNames();
  private byte[] json = new byte[0];
  private int at;
  private int end;
  private byte[] path = new byte[256];
  private Event event = new Event();

  /** The bytes of the latest string and of a few behind it, one laid over the other. */
  private long seen;

  /** Whether the latest string holds an escape by number. */
  private boolean numbered;

  /**
   * @param keepsExtras whether values whose name no rule uses are kept as extras
   */
  public EventReader(boolean keepsExtras) {
    this.keepsExtras = keepsExtras;
  }

  /**
   * Adds the values of the object in {@code bytes[from, to)}.
   *
   * @throws JsonFault when it is no JSON object within the limits; the event then holds what was
   *     read before
   */
  public void read(byte[] bytes, int from, int to, Event into) throws JsonFault {
    json = bytes;
    at = from;
    end = to;
    event = into;
    int first = into.size();
    blanks();
    if (at == end || json[at] != '{') {
      throw fault("an object was expected");
    }
    object(0, 0);
    blanks();
    if (at != end) {
      throw fault("nothing may follow the object");
    }
    into.text(first, bytes, from, to);
    timestamp();
  }

  private void timestamp() {
    int slot = event.first(TIMESTAMP);
    if (slot >= 0 && event.type(slot) != ValueType.NULL) {
      event.timeMicros(Timestamps.micros(event, slot));
    }
  }

  private void object(int depth, int pathLength) throws JsonFault {
    if (depth == MAX_DEPTH) {
      throw fault("nesting is deeper than " + MAX_DEPTH);
    }
    at++;
    blanks();
    if (take('}')) {
      return;
    }
    do {
      blanks();
      int length = name(pathLength);
      blanks();
      if (!take(':')) {
        throw fault("a colon was expected");
      }
      value(depth, length);
      blanks();
    } while (take(','));
    if (!take('}')) {
      throw fault("a comma or the object's end was expected");
    }
  }

  private void list(int depth, int pathLength) throws JsonFault {
    if (depth == MAX_DEPTH) {
      throw fault("nesting is deeper than " + MAX_DEPTH);
    }
    at++;
    blanks();
    if (take(']')) {
      return;
    }
    do {
      value(depth, pathLength);
      blanks();
    } while (take(','));
    if (!take(']')) {
      throw fault("a comma or the list's end was expected");
    }
  }

  private void value(int depth, int pathLength) throws JsonFault {
    blanks();
    if (at == end) {
      throw fault("a value was expected");
    }
    switch (json[at]) {
      case '{' -> object(depth + 1, pathLength);
      case '[' -> list(depth + 1, pathLength);
      case '"' -> {
        int from = at + 1;
        int type = string() ? ValueType.ESCAPED : ValueType.TEXT;
        boolean plain = (seen & HIGH_BITS) == 0 && !numbered;
        put(plain ? type | Event.PLAIN : type, from, at - 1, pathLength);
      }
      case 't' -> word("true", ValueType.BOOL, pathLength);
      case 'f' -> word("false", ValueType.BOOL, pathLength);
      case 'n' -> word("null", ValueType.NULL, pathLength);
      default -> number(pathLength);
    }
  }

  private void put(int kind, int from, int to, int pathLength) throws JsonFault {
    int field = FieldNames.find(path, 0, pathLength);
    boolean room =
        field >= 0
            ? event.put(field, kind, json, from, to)
            : !keepsExtras
                || event.putExtra(extraNames.name(path, pathLength), kind, json, from, to);
    if (!room) {
      throw fault("more than " + Event.MAX_VALUES + " values");
    }
  }

  /** Reads a member's name behind the path; the path's new length. */
  private int name(int pathLength) throws JsonFault {
    if (at == end || json[at] != '"') {
      throw fault("a member's name was expected");
    }
    int from = at + 1;
    boolean escaped = string();
    byte[] bytes = json;
    int to = at - 1;
    if (escaped) {
      bytes = JsonText.unescape(json, from, to).getBytes(StandardCharsets.UTF_8);
      from = 0;
      to = bytes.length;
    }
    int start = pathLength == 0 ? 0 : pathLength + 1;
    int length = start + to - from;
    if (length > 4096) {
      throw fault("a member's path is longer than 4096 bytes");
    }
    if (length > path.length) {
      path = Arrays.copyOf(path, length * 2);
    }
    if (start > 0) {
      path[pathLength] = '.';
    }
    System.arraycopy(bytes, from, path, start, to - from);
    return length;
  }

  /** Moves behind the string that begins here; whether it holds escapes. */
  private boolean string() throws JsonFault {
    boolean escaped = false;
    seen = 0;
    numbered = false;
    int i = special(at + 1);
    while (i < end) {
      byte b = json[i];
      if (b == '"') {
        at = i + 1;
        return escaped;
      }
      if (b != '\\') {
        at = i;
        throw fault("a control character stands in a string");
      }
      escaped = true;
      if (i + 1 < end) {
        seen |= json[i + 1];
        numbered |= json[i + 1] == 'u';
      }
      i = special(i + 2);
    }
    at = end;
    throw fault("a string has no end");
  }

  /** The next quote, backslash or control character from {@code from} on, eight bytes a step. */
  private int special(int from) {
    byte[] bytes = json;
    int i = from;
    long met = seen;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      met |= word;
      long found =
          zeroes(word ^ QUOTES) | zeroes(word ^ BACKSLASHES) | (word - BLANKS & ~word & HIGH_BITS);
      if (found != 0) {
        seen = met;
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (i < end && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= 0x20)) {
      met |= bytes[i];
      i++;
    }
    seen = met;
    return i;
  }

  /** The high bit of the lowest byte that is zero; bits above it mean nothing. */
  private static long zeroes(long word) {
    return word - ONES & ~word & HIGH_BITS;
  }

  private void word(String word, byte type, int pathLength) throws JsonFault {
    int from = at;
    for (int i = 0; i < word.length(); i++, at++) {
      if (at == end || json[at] != word.charAt(i)) {
        throw fault("a value was expected");
      }
    }
    put(type | Event.PLAIN, from, at, pathLength);
  }

  private void number(int pathLength) throws JsonFault {
    int from = at;
    take('-');
    if (!take('0')) {
      digits();
    }
    if (take('.')) {
      digits();
    }
    if (at < end && (json[at] | 0x20) == 'e') {
      at++;
      if (!take('+')) {
        take('-');
      }
      digits();
    }
    put(ValueType.NUMBER | Event.PLAIN, from, at, pathLength);
  }

  private void digits() throws JsonFault {
    int from = at;
    while (at < end && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw fault("a value was expected");
    }
  }

  private boolean take(char expected) {
    if (at < end && json[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void blanks() {
    while (at < end
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }

  private JsonFault fault(String what) {
    return new JsonFault(what + " at byte " + at);
  }
}
