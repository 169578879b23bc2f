package io.zhidun.stream.normalize;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by names, found by the names' bytes where they lie in a line. Immutable. */
final class NameTable<T> {
  private record Entry<T>(byte[] name, T value) {}

  private final @Nullable Entry<T>[] table;

  @SuppressWarnings({"unchecked", "rawtypes"})
  NameTable(Map<String, T> values) {
    table = new Entry[Integer.highestOneBit(values.size() * 4 + 4)];
    values.forEach(
        (name, value) -> {
          byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
          int i = hash(bytes, 0, bytes.length) & (table.length - 1);
          while (table[i] != null) {
            i = (i + 1) & (table.length - 1);
          }
          table[i] = new Entry<>(bytes, value);
        });
  }

  /** The value of the name in {@code b[from, to)}, or null. */
  @Nullable T find(byte[] b, int from, int to) {
    int mask = table.length - 1;
    for (int i = hash(b, from, to) & mask; ; i = (i + 1) & mask) {
      Entry<T> entry = table[i];
      if (entry == null) {
        return null;
      }
      if (Slice.equal(b, from, to, entry.name)) {
        return entry.value;
      }
    }
  }

  private static int hash(byte[] b, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + b[i];
    }
    return hash ^ hash >>> 7;
  }
}
