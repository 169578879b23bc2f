package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The correlations of one group over event time. The detections that stand in the end do not depend
 * on the order of arrival: a match that arrives late is put in its place, what is new is told, what
 * no longer stands is withdrawn.
 *
 * <p>Nearly all groups see a few matches and reach nothing. Such a quiet group is only the list of
 * its matches, whatever the number of correlations that read them: what their machines would hold
 * follows from it. With the first condition reached, or more than a few matches, its machines begin
 * to count, and then it stays {@link Busy}.
 *
 * <p>When the rules change, the windows of unchanged correlations go on, pending matches included.
 * A new or changed correlation counts from the newest match that the group held then; what lies
 * before it in the order of matches it does not count, whenever it arrives. Belongs to one thread.
 */
public final class GroupState {
  /** Most pending matches; beyond them the older half settles early. */
  static final int MOST_PENDING = Busy.MOST_PENDING;

  /** Of a state that nobody has promised to advance. */
  public static final long NO_ALARM = Long.MAX_VALUE;

  /** Most matches of a quiet group: so many are quickly counted anew. */
  static final int MOST_QUIET = 8;

  private static final Match[] NO_MATCHES = {};

  private final String key;
  private final Plan plan;

  /** In their order, with room behind the last; none where the group is busy. */
  private Match[] quiet = NO_MATCHES;

  private int count;

  /** What of the quiet matches some correlations do not count. */
  private @Nullable Newcomers newcomers;

  private @Nullable Busy busy;

  /** Of a quiet group. */
  private long settledMicros = Long.MIN_VALUE;

  private long alarmMicros = NO_ALARM;

  GroupState(Plan plan, GroupKey key) {
    this.key = key.text();
    this.plan = plan;
  }

  /** A quiet group as it was stored. */
  GroupState(
      Plan plan, GroupKey key, long settledMicros, Match[] quiet, @Nullable Newcomers newcomers) {
    this(plan, key);
    this.settledMicros = settledMicros;
    this.quiet = quiet;
    this.count = quiet.length;
    this.newcomers = newcomers;
  }

  /** A busy group as it was stored. */
  GroupState(Plan plan, GroupKey key, Busy busy) {
    this(plan, key);
    this.busy = busy;
  }

  /**
   * The group under a rule set: itself where that set counts it by the same correlations, else
   * another with all that still counts, and this one must not be used any more. What was told
   * before is not told again.
   */
  public GroupState under(Correlator rules) {
    if (rules.marks(plan)) {
      return this;
    }
    Plan next = rules.plan(key());
    if (next == plan) {
      return this;
    }
    Busy counting = busy;
    GroupState moved =
        counting == null
            ? new GroupState(next, key(), settledMicros, quiet(), newcomersOf(next))
            : new GroupState(next, key(), counting.under(next, key()));
    moved.alarmMicros = alarmMicros;
    return moved;
  }

  private @Nullable Newcomers newcomersOf(Plan next) {
    if (count == 0) {
      return null;
    }
    Newcomers found = new Newcomers(next.correlations.size());
    for (int i = 0; i < next.correlations.size(); i++) {
      int same = plan.positionOf(next.marks()[i]);
      Match last = quiet[count - 1];
      if (same >= 0) {
        found.since(i, newcomers == null ? null : newcomers.since(same));
      } else {
        found.since(i, last);
      }
    }
    return found.isEmpty() ? null : found;
  }

  /**
   * Takes a match; returns the detections that it makes, and those that it unmakes with {@code
   * withdrawn} set. An event that was taken already changes nothing; one that is older than what is
   * settled is counted and not used.
   */
  public List<Detection> on(Match match) {
    if (plan.isUnknown()) {
      return List.of();
    }
    Busy counting = busy;
    if (counting != null) {
      return counting.on(match);
    }
    if (match.timeMicros() <= settledMicros) {
      plan.counters.countLate();
      return List.of();
    }
    if (isKnown(match)) {
      plan.counters.countRepeated();
      return List.of();
    }
    int at = placeOf(match);
    if (count == MOST_QUIET || reaches(match, at)) {
      return wake().on(match);
    }
    insert(at, match);
    return List.of();
  }

  /**
   * Takes back a match that was counted and does not stand any more; returns what {@link #on}
   * returns. One that is not there, or settled already, changes nothing.
   */
  public List<Detection> off(Match match) {
    Busy counting = busy;
    if (counting == null && isKnown(match)) {
      // What is left may reach what it did not before, such as a sum without a negative number.
      counting = wake();
    }
    return counting == null ? List.of() : counting.off(match);
  }

  /** The same event has the same time. */
  private boolean isKnown(Match match) {
    for (int i = count - 1; i >= 0 && quiet[i].timeMicros() >= match.timeMicros(); i--) {
      if (quiet[i].isSameAs(match)) {
        return true;
      }
    }
    return false;
  }

  private int placeOf(Match match) {
    int at = count;
    while (at > 0 && quiet[at - 1].compareTo(match) > 0) {
      at--;
    }
    return at;
  }

  private void insert(int at, Match match) {
    if (count == quiet.length) {
      quiet = Arrays.copyOf(quiet, Math.max(1, count * 2));
    }
    System.arraycopy(quiet, at, quiet, at + 1, count - at);
    quiet[at] = match;
    count++;
  }

  /**
   * Whether a condition is reached with one more match at its place. Only correlations that read
   * its rule can be; one that reads what others detect cannot, as long as these are not.
   */
  private boolean reaches(Match match, int at) {
    Intake intake = plan.intake(match);
    if (count + 1 < intake.least) {
      return false;
    }
    // What lies before the newest match has reached nothing, so only that can.
    boolean newest = at == count;
    for (int reader : intake.readers) {
      Outlook outlook = plan.outlook(reader);
      if (count + 1 >= outlook.reach()
          && (!newest || outlook.mayReach(plan, reader, quiet, count, match, newcomers))
          && reaches(reader, match, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(int reader, Match match, int at) {
    Machine machine = Machine.of(plan.correlations.get(reader));
    for (int i = 0; i <= count; i++) {
      Match next = i == at ? match : quiet[i < at ? i : i - 1];
      if (plan.intake(next).counts(reader, next, newcomers) && machine.on(next) != null) {
        return true;
      }
    }
    return false;
  }

  private Busy wake() {
    Busy made = new Busy(plan, key());
    if (newcomers != null) {
      made.settled().newcomers(newcomers);
    }
    made.restore(settledMicros, quiet());
    quiet = NO_MATCHES;
    count = 0;
    newcomers = null;
    busy = made;
    return made;
  }

  /** Settles what lies at or before the watermark, and forgets what can no longer matter. */
  public void advance(long watermarkMicros) {
    Busy counting = busy;
    if (counting != null) {
      counting.advance(watermarkMicros);
      return;
    }
    for (int i = 0; i < count; i++) {
      Match match = quiet[i];
      if (match.timeMicros() > settledMicros && match.timeMicros() <= watermarkMicros) {
        countNotNumbers(match);
      }
    }
    settledMicros = Math.max(settledMicros, watermarkMicros);
    forget(watermarkMicros);
  }

  /** Counted when settled, as a busy group does. */
  private void countNotNumbers(Match match) {
    Intake intake = plan.intake(match);
    if (!intake.computes) {
      return;
    }
    for (int reader : intake.readers) {
      if (intake.counts(reader, match, newcomers)
          && ValueWindow.lacksNumber(plan.correlations.get(reader), match)) {
        plan.counters.countNotNumbers(1);
      }
    }
  }

  private void forget(long watermarkMicros) {
    QuietExpiry expiry = QuietExpiry.of(plan, quiet, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (expiry.of(quiet[i]) > watermarkMicros) {
        quiet[kept++] = quiet[i];
      }
    }
    Arrays.fill(quiet, kept, count, null);
    count = kept;
    if (kept == 0) {
      quiet = NO_MATCHES;
      newcomers = null;
    }
  }

  /** The watermark at which the state may shrink; {@link Long#MAX_VALUE} if it is empty. */
  public long nextExpiryMicros() {
    Busy counting = busy;
    if (counting != null) {
      return counting.nextExpiryMicros();
    }
    QuietExpiry expiry = QuietExpiry.of(plan, quiet, count);
    long next = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      next = Math.min(next, expiry.of(quiet[i]));
    }
    return next;
  }

  /** Whether nothing is held, so that the state can be dropped. */
  public boolean isEmpty() {
    Busy counting = busy;
    return counting == null ? count == 0 : counting.isEmpty();
  }

  /** The watermark at which the owner will advance the state next, or {@link #NO_ALARM}. */
  public long alarmMicros() {
    return alarmMicros;
  }

  /** Notes when the owner will advance the state, so that one alarm a group is enough. */
  public void alarmMicros(long watermarkMicros) {
    alarmMicros = watermarkMicros;
  }

  /** The group. */
  public GroupKey key() {
    return new GroupKey(key);
  }

  /** The detection with an id, where it stands in the part that is not settled; else null. */
  public @Nullable Detection standing(String id) {
    Busy counting = busy;
    return counting == null ? null : counting.standing(id);
  }

  /** Whether an event is counted here, pending or in a window that is open. */
  public boolean holds(String eventId) {
    Busy counting = busy;
    if (counting != null) {
      return counting.holds(eventId);
    }
    for (int i = 0; i < count; i++) {
      if (quiet[i].id().equals(eventId)) {
        return true;
      }
    }
    return false;
  }

  /** Pending matches, for the metrics. */
  public int pendingCount() {
    Busy counting = busy;
    if (counting != null) {
      return counting.pending().size();
    }
    int open = 0;
    for (int i = 0; i < count; i++) {
      open += quiet[i].timeMicros() > settledMicros ? 1 : 0;
    }
    return open;
  }

  /** The state in a versioned binary form. */
  public byte[] encode() {
    return GroupStateCodec.encode(this);
  }

  /**
   * Reads {@link #encode}'s form. Machines of correlations that changed since start empty; what was
   * told before is not told again.
   *
   * @throws IllegalArgumentException when the bytes are of another version or broken
   */
  public static GroupState decode(Correlator correlator, byte[] bytes) {
    return GroupStateCodec.decode(correlator, bytes);
  }

  Plan plan() {
    return plan;
  }

  @Nullable Busy busy() {
    return busy;
  }

  /** The matches of a quiet group, in their order. */
  Match[] quiet() {
    return Arrays.copyOf(quiet, count);
  }

  @Nullable Newcomers newcomers() {
    return newcomers;
  }

  long settledMicros() {
    Busy counting = busy;
    return counting == null ? settledMicros : counting.settledMicros();
  }
}
