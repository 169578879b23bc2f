package io.zhidun.simulator.market.stream;

import java.util.PriorityQueue;

/** What is going on, by the time of what comes next. Equal times go by who came first. */
public final class Agenda {
  private record Entry(long time, long order, Happening happening) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long order;

  public void at(long time, Happening happening) {
    if (time != Happening.OVER) {
      entries.add(new Entry(time, order++, happening));
    }
  }

  /** Time of the next, or {@link Happening#OVER}. */
  public long next() {
    Entry first = entries.peek();
    return first == null ? Happening.OVER : first.time;
  }

  /** Lets the next happen. */
  public void step(Stage stage) {
    Entry first = entries.remove();
    long again = first.happening.happen(first.time, stage);
    if (again <= first.time) {
      throw new IllegalStateException("goes on at " + again + " though it is " + first.time);
    }
    at(again, first.happening);
  }

  public int size() {
    return entries.size();
  }
}
