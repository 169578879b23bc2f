package io.zhidun.stream.detect;

import io.zhidun.rules.correlate.GroupState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Groups that began since the last checkpoint. Most groups are a few matches of an address that is
 * never seen again; here they cost an entry of a map and a place in a list instead of a state and a
 * timer each. Before each checkpoint all move into keyed state, and so do they when there are too
 * many. Belongs to one thread.
 */
final class YoungGroups {
  /** Most groups; moving them out must not hold up the stream for long. */
  static final int MOST = 20_000;

  /**
   * Groups whose next expiry lies within the same ten seconds of event time are looked at together.
   * That some live a little longer changes no result; a list for each second costs more.
   */
  private static final long SPAN_MICROS = 10_000_000;

  private final GroupTable groups = new GroupTable(MOST);

  /** By the number of the span in which they expire; a group may have left or stand twice. */
  private final TreeMap<Long, List<GroupState>> byExpiry = new TreeMap<>();

  /** What was asked of {@link #byExpiry} last, a place for each of the windows in use. */
  private final @Nullable Span[] last = new Span[16];

  /** Those of {@link #byExpiry} with its number. */
  private record Span(long number, List<GroupState> groups) {}

  @Nullable GroupState get(String group) {
    return groups.get(group);
  }

  /** Whether all shall move out before another comes. */
  boolean isFull() {
    return groups.size() >= MOST || groups.isCrowded();
  }

  boolean isEmpty() {
    return groups.size() == 0;
  }

  /** Keeps a group, new or in place of what it was; forgets it where it is empty. */
  void put(String group, GroupState state) {
    if (state.isEmpty()) {
      groups.remove(group);
      return;
    }
    GroupState before = groups.put(group, state);
    long expiry = state.nextExpiryMicros();
    if (expiry != Long.MAX_VALUE && (before != state || state.alarmMicros() > expiry)) {
      remind(state, expiry);
    }
  }

  private void remind(GroupState state, long expiry) {
    long span = Math.floorDiv(expiry, SPAN_MICROS);
    state.alarmMicros((span + 1) * SPAN_MICROS);
    int place = (int) span & last.length - 1;
    Span found = last[place];
    if (found == null || found.number() != span) {
      found = new Span(span, byExpiry.computeIfAbsent(span, unused -> new ArrayList<>()));
      last[place] = found;
    }
    found.groups().add(state);
  }

  /**
   * Lets the groups forget what no event behind the watermark can count with.
   *
   * @param under gives a group under the rules in force
   */
  void advance(long watermarkMicros, UnaryOperator<GroupState> under) {
    long now = Math.floorDiv(watermarkMicros, SPAN_MICROS);
    while (!byExpiry.isEmpty() && byExpiry.firstKey() < now) {
      forgetLast();
      for (GroupState state : byExpiry.pollFirstEntry().getValue()) {
        String group = state.key().text();
        if (groups.get(group) == state) {
          GroupState current = under.apply(state);
          current.alarmMicros(GroupState.NO_ALARM);
          current.advance(watermarkMicros);
          put(group, current);
        }
      }
    }
  }

  /** Takes all groups out, by name. */
  Map<String, GroupState> takeAll() {
    Map<String, GroupState> all = groups.takeAll();
    byExpiry.clear();
    forgetLast();
    all.values().forEach(state -> state.alarmMicros(GroupState.NO_ALARM));
    return all;
  }

  private void forgetLast() {
    Arrays.fill(last, null);
  }
}
