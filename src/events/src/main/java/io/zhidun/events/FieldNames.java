package io.zhidun.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Process-wide table of field names: each name that a format, a rule or the schema uses gets a
 * small number once, so that per-record code compares numbers.
 *
 * <p>Names enter when formats and rules are compiled, never from data: a name met in data is only
 * looked up. Reads take no lock; the table only grows.
 */
public final class FieldNames {
  /** Bound on the table; a catalogue of thousands of rules uses a few thousand names. */
  public static final int LIMIT = 1 << 16;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private static volatile Snapshot current = new Snapshot(0, new byte[256][], new int[1024]);

  private FieldNames() {}

  /**
   * The number of {@code name}, which enters the table if it is new.
   *
   * @throws IllegalStateException when the table is full
   */
  public static int id(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int found = find(bytes, 0, bytes.length);
    return found >= 0 ? found : enter(bytes);
  }

  /** The number of the name in {@code bytes[from, to)}, or -1 if no format or rule uses it. */
  public static int find(byte[] bytes, int from, int to) {
    return current.find(bytes, from, to, hash(bytes, from, to));
  }

  /** The name with number {@code id}. */
  public static String name(int id) {
    return new String(utf8(id), StandardCharsets.UTF_8);
  }

  /** The name with number {@code id} in UTF-8; not to be changed. */
  public static byte[] utf8(int id) {
    byte @Nullable [] name = current.names[id];
    if (name == null) {
      throw new IllegalArgumentException("no field has number " + id);
    }
    return name;
  }

  /** How many names the table holds; all numbers are below. */
  public static int count() {
    return current.count;
  }

  private static synchronized int enter(byte[] name) {
    Snapshot old = current;
    int again = old.find(name, 0, name.length, hash(name, 0, name.length));
    if (again >= 0) {
      return again;
    }
    if (old.count == LIMIT) {
      throw new IllegalStateException("more than " + LIMIT + " field names");
    }
    current = old.with(name);
    return old.count;
  }

  static int hash(byte[] bytes, int from, int to) {
    long h = to - from;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      h = (h ^ (long) WORDS.get(bytes, i)) * MIX;
      h ^= h >>> 32;
    }
    if (i < to) {
      h = (h ^ rest(bytes, from, i, to)) * MIX;
    }
    return (int) (h >>> 32);
  }

  /** The last one to seven bytes; of a longer name its last eight. */
  private static long rest(byte[] bytes, int from, int at, int to) {
    if (to - from >= Long.BYTES) {
      return (long) WORDS.get(bytes, to - Long.BYTES);
    }
    long rest = 0;
    for (int i = at; i < to; i++) {
      rest = rest << 8 | bytes[i] & 0xff;
    }
    return rest;
  }

  /** One state of the table. Slots hold number + 1; 0 is free. */
  private record Snapshot(int count, byte[][] names, int[] slots) {
    int find(byte[] bytes, int from, int to, int hash) {
      int mask = slots.length - 1;
      for (int i = hash & mask; slots[i] != 0; i = (i + 1) & mask) {
        byte[] name = names[slots[i] - 1];
        if (name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to)) {
          return slots[i] - 1;
        }
      }
      return -1;
    }

    Snapshot with(byte[] name) {
      int size = count + 1;
      byte[][] grown = Arrays.copyOf(names, size > names.length ? names.length * 2 : names.length);
      grown[count] = name;
      int[] table = new int[size * 2 > slots.length ? slots.length * 2 : slots.length];
      for (int id = 0; id < size; id++) {
        int mask = table.length - 1;
        int i = hash(grown[id], 0, grown[id].length) & mask;
        while (table[i] != 0) {
          i = (i + 1) & mask;
        }
        table[i] = id + 1;
      }
      return new Snapshot(size, grown, table);
    }
  }
}
