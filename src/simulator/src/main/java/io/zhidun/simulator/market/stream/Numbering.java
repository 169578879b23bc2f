package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.world.Codes;
import java.util.Map;
import java.util.TreeMap;

/** Gives application numbers in the order of filing, each kind and year from its own begin. */
public final class Numbering {
  private static final int FIRST_MARK = 81_000_000;

  private final int firstSerial;
  private final Map<Integer, Integer> next = new TreeMap<>();
  private int nextMark;
  private final int firstYear;

  /**
   * @param firstYear the year in which {@code firstSerial} goes; later years begin with 1
   */
  public Numbering(int firstYear, int firstSerial) {
    this(firstYear, firstSerial, FIRST_MARK);
  }

  private Numbering(int firstYear, int firstSerial, int firstMark) {
    this.firstYear = firstYear;
    this.firstSerial = firstSerial;
    this.nextMark = firstMark;
  }

  /**
   * Numbers that others, who began earlier in the year and have given less than a patent of a kind
   * each four seconds and a mark each two, have not given.
   *
   * @param seconds since the year began
   */
  public static Numbering since(int year, int seconds) {
    return new Numbering(year, 1 + seconds / 4, FIRST_MARK + seconds / 2);
  }

  public String next(Kind kind, int year) {
    if (kind == Kind.TRADEMARK) {
      return Integer.toString(nextMark++);
    }
    int begin = year == firstYear ? firstSerial : 1;
    int serial = next.merge(year * 10 + kind.digit(), begin, (last, one) -> last + 1);
    return Codes.application(year, kind.digit(), serial % 10_000_000);
  }
}
