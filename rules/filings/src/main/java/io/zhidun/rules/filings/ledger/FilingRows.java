package io.zhidun.rules.filings.ledger;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row a filing, in the order of the stream, about 35 bytes each; kept for {@link
 * Days#RETENTION} days and at most 40 million.
 *
 * <p>Row numbers only grow, so a row that is gone can be told from one that is there.
 */
public final class FilingRows {

  /** Marks of a row. */
  public static final int PATENT = 1;

  public static final int LICENSED_OR_PLEDGED = 2;
  public static final int MOVED_QUICKLY = 4;
  public static final int INVENTORS_REPLACED = 8;

  private static final int MOST = 40_000_000;

  private final LongColumn numbers = new LongColumn();
  private final IntColumn times = new IntColumn();
  private final IntColumn applicants = new IntColumn();
  private final IntColumn previous = new IntColumn();
  private final IntColumn inventors = new IntColumn();
  private final ShortColumn grants = new ShortColumn();
  private final ByteColumn marks = new ByteColumn();
  private final IntColumn newest = new IntColumn();
  private final Slots slots = new Slots(numbers);
  private final Map<Long, String> odd = new HashMap<>();
  private int oldest;
  private int end;

  /** The row of the number, or -1. */
  public int find(String number) {
    return slots.find(pack(number));
  }

  int add(Filing filing, int applicant) {
    int row = end++;
    long packed = pack(filing.applicationNumber());
    numbers.set(row, packed);
    if (packed < 0) {
      odd.put(packed, filing.applicationNumber());
    }
    slots.add(row);
    times.set(row, Days.seconds(filing.time()));
    applicants.set(row, applicant);
    inventors.set(row, signature(filing.inventors()));
    marks.set(row, (byte) (filing.kind().isPatent() ? PATENT : 0));
    if (applicant >= 0) {
      previous.set(row, newest.get(applicant));
      newest.set(applicant, row + 1);
    }
    return row;
  }

  /** One bit of 32 for each inventor: no bit in common means no inventor in common. */
  public static int signature(List<Person> inventors) {
    int bits = 0;
    for (Person inventor : inventors) {
      bits |= 1 << (int) (Hash64.of('I', inventor.key()) & 31);
    }
    return bits;
  }

  public boolean holds(int row) {
    return row >= oldest && row < end;
  }

  public String number(int row) {
    return unpack(numbers.get(row));
  }

  /** Seconds since 2000; see {@link Days}. */
  public int time(int row) {
    return times.get(row);
  }

  public int applicant(int row) {
    return applicants.get(row);
  }

  public int inventors(int row) {
    return inventors.get(row);
  }

  public boolean is(int row, int mark) {
    return (marks.get(row) & mark) != 0;
  }

  public void mark(int row, int mark) {
    marks.set(row, (byte) (marks.get(row) | mark));
  }

  /** Day of the grant, or 0. */
  public int grantDay(int row) {
    return grants.get(row);
  }

  void granted(int row, int day) {
    grants.set(row, (short) day);
  }

  /** The applicant's newest row, or -1. */
  public int newest(int applicant) {
    int row = newest.get(applicant) - 1;
    return row >= oldest ? row : -1;
  }

  /** The same applicant's row before this one, or -1. */
  public int previous(int row) {
    int before = previous.get(row) - 1;
    return before >= oldest ? before : -1;
  }

  /** The applicant's rows since the day, newest first, at most so many. */
  public List<Integer> since(int applicant, int day, int most) {
    List<Integer> rows = new ArrayList<>();
    for (int row = newest(applicant); row >= 0 && rows.size() < most; row = previous(row)) {
      if (Days.dayOfSeconds(times.get(row)) < day) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  /** The numbers of the rows, eldest first. */
  public List<String> numbers(List<Integer> rows) {
    List<Integer> sorted = new ArrayList<>(rows);
    Collections.sort(sorted);
    return sorted.stream().map(this::number).toList();
  }

  void forgetApplicant(int applicant) {
    newest.set(applicant, 0);
  }

  /** Drops whole blocks of rows from before the day, or beyond what may be held. */
  void expire(int oldestDay) {
    while (end - oldest > Blocks.SIZE
        && (end - oldest > MOST
            || Days.dayOfSeconds(times.get(oldest + Blocks.SIZE - 1)) < oldestDay)) {
      dropBlock();
    }
  }

  private void dropBlock() {
    for (int row = oldest; row < oldest + Blocks.SIZE; row++) {
      slots.remove(row);
      if (numbers.get(row) < 0) {
        odd.remove(numbers.get(row));
      }
    }
    numbers.release(oldest);
    times.release(oldest);
    applicants.release(oldest);
    previous.release(oldest);
    inventors.release(oldest);
    grants.release(oldest);
    marks.release(oldest);
    oldest += Blocks.SIZE;
  }

  /** A number of digits, with or without an X at the end, as a positive long; else its hash. */
  private static long pack(String number) {
    int digits = number.endsWith("X") ? number.length() - 1 : number.length();
    if (digits < 1 || digits > 17 || number.charAt(0) == '0') {
      return hashed(number);
    }
    long value = 0;
    for (int i = 0; i < digits; i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9') {
        return hashed(number);
      }
      value = value * 10 + (c - '0');
    }
    return value * 2 + (digits < number.length() ? 1 : 0);
  }

  private static long hashed(String number) {
    return Hash64.of('A', number) | Long.MIN_VALUE;
  }

  private String unpack(long packed) {
    if (packed < 0) {
      return odd.getOrDefault(packed, "");
    }
    return packed / 2 + ((packed & 1) == 1 ? "X" : "");
  }
}
