package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of each member of a group by which keys it is tied to which earlier members. */
record LinkPaths(Ledger ledger, KeyShares shares) {

  private static final int MOST_KEYS = 16;

  /**
   * @param members earliest first
   * @return first one link for each member but the first, then those that bring a second kind
   */
  List<Link> of(int[] members) {
    Map<Integer, Integer> rank = new HashMap<>();
    List<Link> main = new ArrayList<>();
    List<Link> further = new ArrayList<>();
    for (int member : members) {
      Map<Integer, List<Sharers>> ties = ties(member, rank);
      int other = heaviest(ties, 0, rank);
      if (other >= 0) {
        List<Sharers> by = ties.getOrDefault(other, List.of());
        main.add(link(member, other, by));
        int second = Region.kinds(strong(by)) < 2 ? heaviest(ties, kindBits(by), rank) : -1;
        if (second >= 0) {
          further.add(link(member, second, ties.getOrDefault(second, List.of())));
        }
      }
      rank.put(member, rank.size());
    }
    main.addAll(further);
    return main;
  }

  private static List<Sharers> strong(List<Sharers> by) {
    return by.stream().filter(s -> s.type.isStrong()).toList();
  }

  private static int kindBits(List<Sharers> by) {
    int bits = 0;
    for (Sharers sharers : by) {
      bits |= sharers.type.kindBit();
    }
    return bits;
  }

  private Map<Integer, List<Sharers>> ties(int member, Map<Integer, Integer> earlier) {
    Map<Integer, List<Sharers>> ties = new LinkedHashMap<>();
    List<Sharers> shared = shares.shared(member);
    for (Sharers sharers : shared.subList(0, Math.min(shared.size(), MOST_KEYS))) {
      for (int i = 0; i < sharers.size(); i++) {
        int other = sharers.applicant(i);
        if (earlier.containsKey(other) && sharers.lives(i, ledger.day())) {
          ties.computeIfAbsent(other, o -> new ArrayList<>()).add(sharers);
        }
      }
    }
    return ties;
  }

  /** Who shares most besides the kinds that are there already; the earliest among equals; or -1. */
  private static int heaviest(
      Map<Integer, List<Sharers>> ties, int besides, Map<Integer, Integer> rank) {
    int best = -1;
    double most = 0;
    for (Map.Entry<Integer, List<Sharers>> tie : ties.entrySet()) {
      double weight =
          Region.weight(
              tie.getValue().stream().filter(s -> (s.type.kindBit() & besides) == 0).toList());
      boolean earlier =
          best >= 0 && rank.getOrDefault(tie.getKey(), 0) < rank.getOrDefault(best, 0);
      if (weight > most || (weight == most && earlier)) {
        best = tie.getKey();
        most = weight;
      }
    }
    return best;
  }

  private Link link(int a, int b, List<Sharers> by) {
    List<Link.Shared> shared =
        by.stream()
            .sorted(Comparator.comparing(s -> s.type))
            .map(s -> new Link.Shared(s.type.wire(), s.masked, s.type.weight(), s.size()))
            .toList();
    return new Link(member(b), member(a), shared, Region.weight(by));
  }

  private Member member(int applicant) {
    return new Member(ledger.applicants().key(applicant), ledger.applicants().name(applicant));
  }
}
