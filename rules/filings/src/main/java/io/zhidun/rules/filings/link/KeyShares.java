package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.KeyTable;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.ObjectColumn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which applicants have which keys. A key of one applicant costs about 30 bytes; a shared one has a
 * list up to its cap; a hub has none, so 50,000 tenants of one address cost no more than one.
 */
final class KeyShares {

  private static final int MOST_KEYS = 100_000_000;
  private static final int MOST_SHARED_BY_ONE = 64;
  private static final int MOST_LINKING = 16;
  private static final int NOBODY = 0;
  private static final int HUB = Integer.MIN_VALUE;
  private static final int[] NO_KEYS = {};

  private final KeyTable keys = new KeyTable(MOST_KEYS);

  /** 0: nobody; n: applicant n-1 alone; -n: list n-1; {@link #HUB}. */
  private final IntColumn holders = new IntColumn();

  /** Through which agency the one applicant had it, plus one. */
  private final IntColumn holderAgencies = new IntColumn();

  private final List<@Nullable Sharers> lists = new ArrayList<>();
  private final Deque<Integer> freeLists = new ArrayDeque<>();
  private final ObjectColumn<int[]> sharedKeys = new ObjectColumn<>();
  private final LearnedCaps caps = new LearnedCaps();
  private final Ledger ledger;
  private final Clients clients;
  private int learnedOn;

  /** What a touch has changed. */
  enum Effect {
    NOTHING,
    SHARED,
    BECAME_HUB
  }

  KeyShares(Ledger ledger) {
    this.ledger = ledger;
    this.clients = new Clients(ledger);
  }

  /**
   * Notes that the applicant was seen with the key.
   *
   * @param masked what may be shown of the key; asked when a second applicant has it
   */
  Effect touch(int applicant, KeyType type, long hash, int day, Supplier<String> masked) {
    if (day != learnedOn) {
      learnedOn = day;
      caps.learn();
    }
    int key = keys.intern(hash, day);
    if (key < 0) {
      return Effect.NOTHING;
    }
    int before = keys.lastDay(key);
    keys.touch(key, day);
    if (before < day - Days.HORIZON) {
      forget(key);
    }
    int holder = holders.get(key);
    if (holder == NOBODY) {
      holders.set(key, applicant + 1);
      holderAgencies.set(key, ledger.agency() + 1);
      return Effect.NOTHING;
    }
    if (holder == applicant + 1 && ledger.agency() < 0) {
      holderAgencies.set(key, 0);
    }
    if (holder == HUB || holder == applicant + 1) {
      return Effect.NOTHING;
    }
    if (holder > 0) {
      share(key, type, holder - 1, before, masked.get());
    }
    return addTo(list(key), applicant, day);
  }

  private void share(int key, KeyType type, int first, int day, String masked) {
    Sharers sharers = new Sharers(key, type, masked);
    Integer free = freeLists.poll();
    int at = free == null ? lists.size() : free;
    if (free == null) {
      lists.add(sharers);
    } else {
      lists.set(at, sharers);
    }
    holders.set(key, -(at + 1));
    sharers.add(first, holderAgencies.get(key) - 1, day);
    addKey(first, key);
  }

  private Effect addTo(Sharers sharers, int applicant, int day) {
    int at = sharers.indexOf(applicant);
    if (at >= 0) {
      boolean lived = sharers.lives(at, day);
      sharers.touch(at, ledger.agency(), day);
      return lived ? Effect.NOTHING : Effect.SHARED;
    }
    int cap = caps.of(sharers.type);
    if (sharers.size() >= cap) {
      int size = sharers.size();
      sharers.dropExpired(day, gone -> removeKey(gone, sharers.key));
      caps.moved(sharers.type, size, sharers.size());
    }
    if (sharers.size() >= cap) {
      return Effect.BECAME_HUB;
    }
    sharers.add(applicant, ledger.agency(), day);
    addKey(applicant, sharers.key);
    caps.moved(sharers.type, sharers.size() - 1, sharers.size());
    return Effect.SHARED;
  }

  /** Lets nobody be linked by the key from now on; returns whom it linked. */
  int[] makeHub(long hash) {
    int key = keys.find(hash);
    int[] linked = key < 0 ? NO_KEYS : forget(key);
    if (key >= 0) {
      holders.set(key, HUB);
    }
    return linked;
  }

  private int[] forget(int key) {
    int holder = holders.get(key);
    holders.set(key, NOBODY);
    if (holder >= 0 || holder == HUB) {
      return NO_KEYS;
    }
    Sharers sharers = list(-(holder + 1), key);
    int[] linked = new int[sharers.size()];
    for (int i = 0; i < linked.length; i++) {
      linked[i] = sharers.applicant(i);
      removeKey(linked[i], key);
    }
    caps.moved(sharers.type, linked.length, 0);
    lists.set(-(holder + 1), null);
    freeLists.push(-(holder + 1));
    return linked;
  }

  private Sharers list(int key) {
    return list(-(holders.get(key) + 1), key);
  }

  private Sharers list(int at, int key) {
    Sharers sharers = lists.get(at);
    if (sharers == null) {
      throw new IllegalStateException("key " + key + " has no list");
    }
    return sharers;
  }

  /** The lists of the shared keys of the applicant; hubs are not among them. */
  List<Sharers> shared(int applicant) {
    int[] own = sharedKeys.get(applicant);
    if (own == null) {
      return List.of();
    }
    List<Sharers> shared = new ArrayList<>(own.length);
    for (int key : own) {
      shared.add(list(key));
    }
    return shared;
  }

  /**
   * The first {@link #MOST_LINKING} shared keys of the applicant that may link it: strong, alive,
   * of no agency.
   *
   * @param links {@link #links}, or what remembers it
   */
  List<Sharers> linking(int applicant, int today, Predicate<Sharers> links) {
    int[] own = sharedKeys.get(applicant);
    if (own == null || own.length < 2) {
      return List.of();
    }
    List<Sharers> linking = new ArrayList<>(Math.min(own.length, MOST_LINKING));
    for (int i = 0; i < own.length && linking.size() < MOST_LINKING; i++) {
      Sharers sharers = list(own[i]);
      if (sharers.type.isStrong() && links.test(sharers) && sharers.has(applicant, today)) {
        linking.add(sharers);
      }
    }
    return linking;
  }

  boolean links(Sharers sharers) {
    return sharers.type.isStrong() && sharers.size() > 1 && !sharers.isAgencys(clients);
  }

  Clients clients() {
    return clients;
  }

  /** How many have the key: exact up to the cap, {@link Integer#MAX_VALUE} for a hub, else 0. */
  int degree(long hash) {
    int key = keys.find(hash);
    int holder = key < 0 ? NOBODY : holders.get(key);
    if (holder == HUB) {
      return Integer.MAX_VALUE;
    }
    return holder < 0 ? list(key).size() : Integer.signum(holder);
  }

  /** The list of the key's applicants, or null where it is a hub or has one applicant or none. */
  @Nullable Sharers sharers(long hash) {
    int key = keys.find(hash);
    int holder = key < 0 ? NOBODY : holders.get(key);
    return holder < 0 && holder != HUB ? list(key) : null;
  }

  int live() {
    return keys.live();
  }

  void sweep(int steps, int oldestDay) {
    keys.sweep(steps, oldestDay, this::forget);
  }

  /** Forgets the applicant, whose number will be another's. */
  void forgetApplicant(int applicant) {
    for (Sharers sharers : shared(applicant)) {
      int at = sharers.indexOf(applicant);
      if (at >= 0) {
        sharers.remove(at);
        caps.moved(sharers.type, sharers.size() + 1, sharers.size());
      }
    }
    sharedKeys.set(applicant, null);
  }

  private void addKey(int applicant, int key) {
    int[] own = sharedKeys.get(applicant);
    if (own != null && own.length >= MOST_SHARED_BY_ONE) {
      return;
    }
    int[] more = own == null ? new int[1] : Arrays.copyOf(own, own.length + 1);
    more[more.length - 1] = key;
    sharedKeys.set(applicant, more);
  }

  private void removeKey(int applicant, int key) {
    int[] own = sharedKeys.get(applicant);
    if (own != null) {
      int[] fewer = Arrays.stream(own).filter(k -> k != key).toArray();
      sharedKeys.set(applicant, fewer.length == 0 ? null : fewer);
    }
  }
}
