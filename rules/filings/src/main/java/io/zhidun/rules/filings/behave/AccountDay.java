package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one account submitted on one day: how fast, how regularly, from where. */
final class AccountDay {

  private static final int MOST_SHOWN = 5;
  private static final int PAUSE_SECONDS = 3600;
  private static final int MOST_TIMES = 200;

  int timed;
  int fast;
  int same;
  int said;
  private int submits;
  private int first;
  private int last;
  private int intervals;
  private double mean;
  private double squares;
  private @Nullable String lastNumber;
  private final List<String> numbers = new ArrayList<>(1);
  private final List<Double> seconds = new ArrayList<>(1);
  private final List<String> devices = new ArrayList<>(1);
  private final List<String> addresses = new ArrayList<>(1);

  /**
   * A submission; where the action and the filing both tell of it, the first of them counts.
   *
   * @param formSeconds NaN where unknown
   */
  void submitted(@Nullable String number, int now, double formSeconds) {
    if (number != null && number.equals(lastNumber)) {
      return;
    }
    lastNumber = number;
    interval(now);
    submits++;
    if (formSeconds >= 0) {
      timed++;
      fast += formSeconds < RobotFiling.HUMAN_SECONDS ? 1 : 0;
      if (seconds.size() < MOST_TIMES) {
        seconds.add(formSeconds);
      }
    }
    if (number != null && numbers.size() < Signal.MOST_FILINGS) {
      numbers.add(number);
    }
  }

  /** Running mean and squares of the intervals (Welford); a pause of an hour is no interval. */
  private void interval(int now) {
    if (submits == 0) {
      first = now;
    } else if (now - last < PAUSE_SECONDS) {
      intervals++;
      double delta = now - last - mean;
      mean += delta / intervals;
      squares += delta * (now - last - mean);
    }
    last = now;
  }

  void from(@Nullable String device, @Nullable String address) {
    show(device, devices);
    show(address, addresses);
  }

  private static void show(@Nullable String value, List<String> shown) {
    if (value != null && shown.size() < MOST_SHOWN && !shown.contains(value)) {
      shown.add(value);
    }
  }

  int submits() {
    return submits;
  }

  int first() {
    return first;
  }

  int intervals() {
    return intervals;
  }

  /** Standard deviation over mean of the intervals; 0 for none. */
  double variation() {
    return mean == 0 ? 0 : Math.sqrt(squares / intervals) / mean;
  }

  double medianSeconds() {
    return seconds.isEmpty() ? -1 : seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  List<String> numbers() {
    return List.copyOf(numbers);
  }

  List<String> devices() {
    return List.copyOf(devices);
  }

  List<String> addresses() {
    return List.copyOf(addresses);
  }
}
