package io.zhidun.rules.filings.behave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The quick transfers of one party within a year, oldest first, at most {@link #MOST}. */
final class Deals {

  static final int MOST = 500;

  private static final int YEAR = 365;

  final String key;
  final String name;
  private final List<Deal> deals = new ArrayList<>();
  int said;

  /**
   * @param row of the filing
   * @param other key of the other party
   * @param after days between the filing or grant and the transfer
   */
  record Deal(int day, int row, String number, String other, String otherName, int after) {}

  Deals(String key, String name) {
    this.key = key;
    this.name = name;
  }

  void add(Deal deal) {
    expire(deal.day());
    if (deals.size() == MOST) {
      deals.remove(0);
    }
    deals.add(deal);
  }

  void expire(int today) {
    deals.removeIf(deal -> deal.day() <= today - YEAR);
    said = Math.min(said, deals.size());
  }

  boolean isEmpty() {
    return deals.isEmpty();
  }

  List<Deal> all() {
    return deals;
  }

  int others() {
    return (int) deals.stream().map(Deal::other).distinct().count();
  }

  /** Probability that two transfers drawn at random are with different parties (Simpson). */
  double dispersion() {
    Map<String, Integer> counts = new HashMap<>();
    deals.forEach(deal -> counts.merge(deal.other(), 1, Integer::sum));
    double same = 0;
    for (int count : counts.values()) {
      same += (double) count * count;
    }
    return deals.isEmpty() ? 0 : 1 - same / ((double) deals.size() * deals.size());
  }

  int medianDays() {
    int[] days = deals.stream().mapToInt(Deal::after).sorted().toArray();
    return days.length == 0 ? 0 : days[days.length / 2];
  }
}
