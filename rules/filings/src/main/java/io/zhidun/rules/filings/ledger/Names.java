package io.zhidun.rules.filings.ledger;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbers for those whom signals name, with the key and the name to show. */
public final class Names {

  private static final int SALT = 'N';

  private final KeyTable table;
  private final ObjectColumn<String> keys = new ObjectColumn<>();
  private final ObjectColumn<String> names = new ObjectColumn<>();

  public Names(int most) {
    table = new KeyTable(most);
  }

  /** The number of the key, or -1 where it is unknown. */
  public int find(String key) {
    return table.find(Hash64.of(SALT, key));
  }

  /** The number of the key, new or known, touched on the day; -1 where there is no room. */
  public int see(String key, @Nullable String name, int day) {
    int id = table.intern(Hash64.of(SALT, key), day);
    if (id < 0) {
      return id;
    }
    table.touch(id, day);
    if (keys.get(id) == null) {
      keys.set(id, key);
    }
    if (name != null && names.get(id) == null && !name.equals(key)) {
      names.set(id, name);
    }
    return id;
  }

  /** What the key hashes to: the same for a code that only a register named so far. */
  public long hash(int id) {
    return table.hash(id);
  }

  public static long hashOf(String key) {
    return Hash64.of(SALT, key);
  }

  public String key(int id) {
    String key = keys.get(id);
    return key == null ? "" : key;
  }

  public String name(int id) {
    String name = names.get(id);
    return name == null ? key(id) : name;
  }

  public int lastDay(int id) {
    return table.lastDay(id);
  }

  public int live() {
    return table.live();
  }

  /** Forgets some of those not seen since the day; see {@link KeyTable#sweep}. */
  public void sweep(int steps, int oldestDay, IntConsumer forgotten) {
    table.sweep(
        steps,
        oldestDay,
        id -> {
          forgotten.accept(id);
          keys.set(id, null);
          names.set(id, null);
        });
  }
}
