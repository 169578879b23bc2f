package io.zhidun.backup.executor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a recovery stops. */
public interface RecoveryGoal {
  /** As PostgreSQL reads it: it takes no Z for UTC. */
  DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The settings of a PostgreSQL that make it stop there. */
  Map<String, String> settings();

  /** The time where it is one. */
  default Optional<Instant> time() {
    return Optional.empty();
  }

  /** At the end of the log that is there. */
  static RecoveryGoal latest() {
    return Map::of;
  }

  /** After the last transaction that committed at or before a time. */
  static RecoveryGoal time(Instant time) {
    Map<String, String> settings = goal("recovery_target_time", TIME.format(time)).settings();
    return new RecoveryGoal() {
      @Override
      public Map<String, String> settings() {
        return settings;
      }

      @Override
      public Optional<Instant> time() {
        return Optional.of(time);
      }
    };
  }

  /** After the commit of a transaction. */
  static RecoveryGoal transaction(long id) {
    if (id < 3 || id > 0xffff_ffffL) {
      throw new IllegalArgumentException("not the id of a transaction: " + id);
    }
    return goal("recovery_target_xid", Long.toString(id));
  }

  /** After a place in the log. */
  static RecoveryGoal lsn(Lsn lsn) {
    return goal("recovery_target_lsn", lsn.toString());
  }

  /** At a named restore point. */
  static RecoveryGoal point(String name) {
    if (!name.matches("[A-Za-z0-9._-]{1,63}")) {
      throw new IllegalArgumentException("not the name of a restore point: \"" + name + '"');
    }
    return goal("recovery_target_name", name);
  }

  private static RecoveryGoal goal(String setting, String value) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(setting, value);
    settings.put("recovery_target_inclusive", "on");
    settings.put("recovery_target_action", "promote");
    return () -> settings;
  }
}
