package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Party;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has marks in the {@link MarkBook}: how many that live, the newest, and how many on its last
 * day. Only of those with at least {@link #NAMED} marks key and name are kept. Numbers of
 * applicants without marks are used again.
 */
final class Applicants {

  static final int NAMED = 5;

  private static final int NONE = MarkBook.NONE;

  private final LongIndex byKey = new LongIndex();
  private final LongColumn keys = new LongColumn();
  private final IntColumn newest = new IntColumn();
  private final IntColumn live = new IntColumn();
  private final IntColumn all = new IntColumn();
  private final IntColumn lastDay = new IntColumn();
  private final IntColumn onLastDay = new IntColumn();
  private final Map<Integer, Party> named = new HashMap<>();
  private final Sizes sizes = new Sizes();
  private int free = NONE;
  private int next;

  int find(String key) {
    return byKey.get(Hashes.of(key));
  }

  int of(String key) {
    long hash = Hashes.of(key);
    int known = byKey.get(hash);
    if (known != NONE) {
      return known;
    }
    int id = free == NONE ? next++ : free;
    free = free == NONE ? NONE : newest.get(free);
    byKey.put(hash, id);
    keys.set(id, hash);
    newest.set(id, NONE);
    live.set(id, 0);
    all.set(id, 0);
    lastDay.set(id, 0);
    onLastDay.set(id, 0);
    return id;
  }

  int size() {
    return byKey.size();
  }

  /** The hash of the party's key. */
  long key(int id) {
    return keys.get(id);
  }

  /** Without its address; null where it has fewer than {@link #NAMED} marks. */
  @Nullable Party party(int id) {
    return named.get(id);
  }

  int newest(int id) {
    return newest.get(id);
  }

  /** Filed in the book's time and neither withdrawn nor lost. */
  int live(int id) {
    return live.get(id);
  }

  /** Filed in the book's time, live or not. */
  int all(int id) {
    return all.get(id);
  }

  int onLastDay(int id) {
    return onLastDay.get(id);
  }

  /** How many live marks all have, one number an applicant. */
  Sizes sizes() {
    return sizes;
  }

  void file(int id, Party party, int mark, int day) {
    newest.set(id, mark);
    all.set(id, all.get(id) + 1);
    if (all.get(id) == NAMED) {
      named.put(
          id,
          new Party(
              party.name(), party.kind(), party.code(), party.identity(), party.country(), null));
    }
    count(id, live.get(id) + 1);
    onLastDay.set(id, lastDay.get(id) == day ? onLastDay.get(id) + 1 : 1);
    lastDay.set(id, day);
  }

  void lose(int id) {
    count(id, live.get(id) - 1);
  }

  /** The oldest mark leaves the book. */
  void drop(int id, int mark, boolean dead) {
    if (!dead) {
      count(id, live.get(id) - 1);
    }
    all.set(id, all.get(id) - 1);
    if (all.get(id) == 0) {
      byKey.remove(keys.get(id));
      named.remove(id);
      newest.set(id, free);
      free = id;
    } else if (newest.get(id) == mark) {
      throw new IllegalStateException("applicant " + id + " has a mark older than its newest");
    }
  }

  private void count(int id, int marks) {
    sizes.move(live.get(id), marks);
    live.set(id, marks);
  }
}
