package io.zhidun.rules.filings.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What is reached from some applicants over their keys, and the cores in it.
 *
 * <p>Only an applicant with keys of two kinds leads on. A pair of keys of different kinds, together
 * of weight 1, holds where at least two applicants have both; a core is a biconnected set of such
 * pairs. Two cores that meet in one key are one only where that key is nearly all theirs and each
 * has three of its applicants. An applicant belongs to a core where it has keys of two kinds of it.
 * Bounded: {@link #MOST_APPLICANTS} applicants, {@link #MOST_KEYS} keys, nearest first.
 */
final class Region {

  private static final int MOST_APPLICANTS = 2000;
  private static final int MOST_KEYS = 300;
  private static final int LEAST_PAIR = 2;
  private static final double LEAST_WEIGHT = 1;
  private static final int LEAST_JOIN = 3;
  private static final int JOIN_SHARE = 80;

  private final KeyShares shares;
  private final int today;
  private final Set<Integer> visited = new LinkedHashSet<>();
  private final Map<Integer, List<Sharers>> carriers = new LinkedHashMap<>();
  private final Map<Integer, Integer> indexes = new HashMap<>();
  private final List<Sharers> keys = new ArrayList<>();
  private final BitSet joined = new BitSet();
  private final Map<Integer, Boolean> linksByKey = new HashMap<>();
  private int work;

  /** Members and keys of one core. */
  record Core(int[] members, int[] keys, boolean joined) {}

  Region(KeyShares shares, int today) {
    this.shares = shares;
    this.today = today;
  }

  /**
   * @param companions whoever is in one group with the applicant now
   */
  void gather(int[] seeds, IntFunction<int[]> companions) {
    Deque<Integer> queue = new ArrayDeque<>();
    enqueue(seeds, queue);
    while (!queue.isEmpty()) {
      int applicant = queue.remove();
      enqueue(companions.apply(applicant), queue);
      List<Sharers> linking = shares.linking(applicant, today, this::links);
      if (kinds(linking) < 2) {
        continue;
      }
      carriers.put(applicant, linking);
      work += linking.size() * linking.size();
      for (Sharers sharers : linking) {
        follow(sharers, queue);
      }
    }
  }

  private boolean links(Sharers sharers) {
    return linksByKey.computeIfAbsent(sharers.key, key -> shares.links(sharers));
  }

  private void enqueue(int[] applicants, Deque<Integer> queue) {
    for (int applicant : applicants) {
      if (visited.add(applicant)) {
        queue.add(applicant);
      }
    }
  }

  private void follow(Sharers sharers, Deque<Integer> queue) {
    if (indexes.containsKey(sharers.key) || keys.size() >= MOST_KEYS) {
      return;
    }
    indexes.put(sharers.key, keys.size());
    keys.add(sharers);
    for (int i = 0; i < sharers.size() && visited.size() < MOST_APPLICANTS; i++) {
      if (sharers.lives(i, today) && visited.add(sharers.applicant(i))) {
        queue.add(sharers.applicant(i));
      }
    }
  }

  /** How many kinds the keys are of that an applicant shares. */
  static int kinds(Collection<Sharers> linking) {
    return kinds(linking, sharesAccount(linking));
  }

  private static int kinds(Collection<Sharers> linking, boolean account) {
    int bits = 0;
    for (Sharers sharers : linking) {
      bits |= kindBit(sharers.type, account);
    }
    return Integer.bitCount(bits);
  }

  /** Who files with a shared account has its device and its payer: they are one kind then. */
  private static int kindBit(KeyType type, boolean account) {
    return account && type.kind() == KeyKind.MONEY ? KeyType.DEVICE.kindBit() : type.kindBit();
  }

  private static boolean sharesAccount(Collection<Sharers> linking) {
    for (Sharers sharers : linking) {
      if (sharers.type == KeyType.ACCOUNT) {
        return true;
      }
    }
    return false;
  }

  /** About how many steps it took. */
  int work() {
    return visited.size() + work;
  }

  Set<Integer> visited() {
    return visited;
  }

  /** The cores with at least two members, of no agency's clients. */
  List<Core> cores() {
    List<BitSet> blocks = joined(Cores.of(neighbours()));
    Map<Integer, List<Integer>> membersByBlock = new LinkedHashMap<>();
    carriers.forEach(
        (applicant, linking) -> {
          int block = best(linking, blocks);
          if (block >= 0) {
            membersByBlock.computeIfAbsent(block, b -> new ArrayList<>()).add(applicant);
          }
        });
    List<Core> cores = new ArrayList<>();
    membersByBlock.forEach(
        (block, members) -> {
          int[] ids = members.stream().mapToInt(Integer::intValue).toArray();
          if (ids.length > 1 && !areOneAgencys(members, blocks.get(block))) {
            cores.add(new Core(ids, keyNumbers(blocks.get(block)), joined.get(block)));
          }
        });
    return cores;
  }

  /** Whether the members have what ties them through one agency, and are much of its clientele. */
  private boolean areOneAgencys(List<Integer> members, BitSet block) {
    int[] agencies = new int[members.size()];
    for (int i = 0; i < agencies.length; i++) {
      agencies[i] = onlyAgency(members.get(i), block) + 1;
    }
    return shares.clients().areOneAgencys(agencies, agencies.length);
  }

  /** The agency through which the member had all its keys of the core, or -1. */
  private int onlyAgency(int member, BitSet block) {
    int only = -1;
    boolean first = true;
    for (Sharers sharers : carriers.getOrDefault(member, List.of())) {
      if (in(sharers, block)) {
        int agency = sharers.agency(sharers.indexOf(member));
        if (!first && agency != only) {
          return -1;
        }
        only = agency;
        first = false;
      }
    }
    return only;
  }

  private int[] keyNumbers(BitSet block) {
    return block.stream().map(i -> keys.get(i).key).toArray();
  }

  /** The keys that at least two applicants have together with each key. */
  private List<int[]> neighbours() {
    Map<Long, Integer> pairs = new LinkedHashMap<>();
    for (List<Sharers> linking : carriers.values()) {
      countPairs(linking, pairs);
    }
    List<BitSet> neighbours = new ArrayList<>();
    keys.forEach(key -> neighbours.add(new BitSet()));
    pairs.forEach(
        (pair, applicants) -> {
          if (applicants >= LEAST_PAIR) {
            neighbours.get((int) (pair >>> 32)).set(pair.intValue());
            neighbours.get(pair.intValue()).set((int) (pair >>> 32));
          }
        });
    return neighbours.stream().map(bits -> bits.stream().toArray()).toList();
  }

  private void countPairs(List<Sharers> linking, Map<Long, Integer> pairs) {
    boolean account = sharesAccount(linking);
    for (int i = 0; i < linking.size(); i++) {
      for (int k = i + 1; k < linking.size(); k++) {
        Integer a = indexes.get(linking.get(i).key);
        Integer b = indexes.get(linking.get(k).key);
        if (a != null && b != null && bind(linking.get(i).type, linking.get(k).type, account)) {
          pairs.merge(((long) Math.min(a, b) << 32) | Math.max(a, b), 1, Integer::sum);
        }
      }
    }
  }

  private static boolean bind(KeyType a, KeyType b, boolean account) {
    return kindBit(a, account) != kindBit(b, account)
        && a.weight() + b.weight() >= LEAST_WEIGHT - 1e-9;
  }

  private List<BitSet> joined(List<int[]> found) {
    List<BitSet> blocks = new ArrayList<>();
    for (int[] nodes : found) {
      BitSet block = new BitSet();
      Arrays.stream(nodes).forEach(block::set);
      blocks.add(block);
    }
    int[] leader = IntStream.range(0, blocks.size()).toArray();
    for (int key = 0; key < keys.size(); key++) {
      joinAt(key, blocks, leader);
    }
    for (int i = blocks.size() - 1; i > 0; i--) {
      if (leader[i] != i) {
        joined.set(leader[i]);
        blocks.get(leader[i]).or(blocks.get(i));
        blocks.get(i).clear();
      }
    }
    return blocks;
  }

  /** Joins the cores that meet in the key, where the key is nearly all theirs. */
  private void joinAt(int key, List<BitSet> blocks, int[] leader) {
    if (keys.get(key).isPlaceholder()) {
      return;
    }
    List<Integer> meeting = new ArrayList<>();
    Set<Integer> theirs = new LinkedHashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).get(key) && blocks.get(i).cardinality() > 1) {
        Set<Integer> here = tiedAt(keys.get(key), blocks.get(i));
        if (here.size() >= LEAST_JOIN) {
          meeting.add(i);
          theirs.addAll(here);
        }
      }
    }
    if (meeting.size() < 2 || theirs.size() * 100 < keys.get(key).size() * JOIN_SHARE) {
      return;
    }
    int first = root(leader, meeting.get(0));
    for (int other : meeting) {
      int root = root(leader, other);
      leader[Math.max(first, root)] = Math.min(first, root);
      first = Math.min(first, root);
    }
    for (int i = 0; i < leader.length; i++) {
      leader[i] = root(leader, i);
    }
  }

  private static int root(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  /** The key's applicants that have a key of another kind of the core. */
  private Set<Integer> tiedAt(Sharers key, BitSet block) {
    Set<Integer> tied = new LinkedHashSet<>();
    for (int i = 0; i < key.size(); i++) {
      List<Sharers> linking = carriers.getOrDefault(key.applicant(i), List.of());
      if (linking.stream().anyMatch(s -> s.type.kind() != key.type.kind() && in(s, block))) {
        tied.add(key.applicant(i));
      }
    }
    return tied;
  }

  private boolean in(Sharers sharers, BitSet block) {
    Integer index = indexes.get(sharers.key);
    return index != null && block.get(index);
  }

  /** The core to which keys of two kinds tie with the most weight, or -1. */
  private int best(List<Sharers> linking, List<BitSet> blocks) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < blocks.size(); i++) {
      BitSet block = blocks.get(i);
      List<Sharers> ties = linking.stream().filter(s -> in(s, block)).toList();
      double weight = kinds(ties, sharesAccount(linking)) < 2 ? 0 : weight(ties);
      if (weight > most && weight >= LEAST_WEIGHT) {
        best = i;
        most = weight;
      }
    }
    return best;
  }

  /** Sum over the kinds of the heaviest key of the kind. */
  static double weight(Collection<Sharers> ties) {
    double[] byKind = new double[KeyKind.values().length];
    for (Sharers tie : ties) {
      int kind = tie.type.kind().ordinal();
      byKind[kind] = Math.max(byKind[kind], tie.type.weight());
    }
    return Math.round(Arrays.stream(byKind).sum() * 100) / 100.0;
  }
}
