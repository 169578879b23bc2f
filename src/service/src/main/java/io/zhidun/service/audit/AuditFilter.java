package io.zhidun.service.audit;

import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; what is null asks for nothing.
 *
 * @param action a whole action, or the first words of some with a dot at the end
 */
record AuditFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String actor,
    @Nullable String action,
    @Nullable String objectType,
    @Nullable String objectId) {

  static AuditFilter read(Parameters parameters) {
    String action = parameters.text("action", AuditEntry.MOST_ACTION);
    if (action != null && !action.matches("[a-z0-9.-]+")) {
      parameters.fault("action", action, "must be dotted lower-case words");
      action = null;
    }
    return new AuditFilter(
        parameters.time("from"),
        parameters.time("to"),
        parameters.text("actor", AuditActor.MOST_ACCOUNT),
        action,
        parameters.text("objectType", AuditEntry.MOST_TYPE),
        parameters.text("objectId", AuditEntry.MOST_ID));
  }

  /** The condition, with a value for each of its places. */
  String where(List<Object> values) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (from != null) {
      add(where, values, "happened_at >= ?", Micros.of(from));
    }
    if (to != null) {
      add(where, values, "happened_at < ?", Micros.of(to));
    }
    if (actor != null) {
      add(where, values, "account = ?", actor);
    }
    if (action != null && action.endsWith(".")) {
      // The character after a dot ends the range of all that begin with the words and a dot.
      add(where, values, "action > ?", action);
      add(where, values, "action < ?", action.substring(0, action.length() - 1) + '/');
    } else if (action != null) {
      add(where, values, "action = ?", action);
    }
    if (objectType != null) {
      add(where, values, "object_type = ?", objectType);
    }
    if (objectId != null) {
      add(where, values, "object_id = ?", objectId);
    }
    return where.toString();
  }

  private static void add(
      StringBuilder where, List<Object> values, String condition, Object value) {
    where.append(" and ").append(condition);
    values.add(value);
  }
}
