package io.zhidun.backup.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When what is due; a pure function of what was done and of the tier. */
public final class BackupCalendar {
  /** What is to be done. */
  public enum Task {
    BACKUP,
    VERIFY,
    DRILL,
    SWITCH
  }

  /** When it was last done with success; null for never. */
  public record Done(
      @Nullable Instant backup,
      @Nullable Instant verify,
      @Nullable Instant drill,
      @Nullable Instant switched) {
    @Nullable Instant of(Task task) {
      return switch (task) {
        case BACKUP -> backup;
        case VERIFY -> verify;
        case DRILL -> drill;
        case SWITCH -> switched;
      };
    }
  }

  /** A task and when it is due. */
  public record Due(Task task, Instant at) {}

  private BackupCalendar() {}

  /** How long may lie between two; null where the tier does not ask for it. */
  public static @Nullable Duration every(Tier tier, Task task) {
    return switch (task) {
      case BACKUP -> tier.backupEvery();
      case VERIFY -> tier.verifyEvery();
      case DRILL -> tier.drillEvery();
      case SWITCH -> tier.switchEvery();
    };
  }

  /**
   * All that falls due until a time, in order; what is overdue or was never done is due now.
   * Assumes that each is done when it is due.
   *
   * @param until at most a thousand entries are given
   */
  public static List<Due> until(Tier tier, Done done, Instant now, Instant until) {
    List<Due> all = new ArrayList<>();
    for (Task task : Task.values()) {
      Duration every = every(tier, task);
      if (every == null) {
        continue;
      }
      Instant last = done.of(task);
      Instant at = last == null || last.plus(every).isBefore(now) ? now : last.plus(every);
      for (; !at.isAfter(until) && all.size() < 4000; at = at.plus(every)) {
        all.add(new Due(task, at));
      }
    }
    all.sort(Comparator.comparing(Due::at).thenComparing(Due::task));
    return List.copyOf(all.subList(0, Math.min(1000, all.size())));
  }
}
