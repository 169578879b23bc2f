package io.zhidun.service.audit;

import io.zhidun.service.store.ColumnText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One act. It is data about the act, not the data that was acted on: no secrets, no personal data
 * beyond account names, no contents.
 *
 * @param action dotted, such as {@code alert.acknowledge}: the kind of thing, then what was done
 * @param objectType kind of the thing, such as {@code alert}; empty where there is none
 * @param objectId its id; cut at 256 characters
 * @param detail at most 16 members; names of at most 64 characters, values cut at 500
 */
public record AuditEntry(
    AuditActor actor,
    String action,
    String objectType,
    String objectId,
    AuditOutcome outcome,
    Map<String, String> detail) {
  static final int MOST_ACTION = 64;
  static final int MOST_TYPE = 32;
  static final int MOST_ID = 256;
  private static final int MOST_DETAILS = 16;
  private static final int MOST_VALUE = 500;
  private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,63}");

  public AuditEntry {
    if (action.length() > MOST_ACTION || !ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(
          "an action is dotted lower-case words of at most %d characters, not \"%s\""
              .formatted(MOST_ACTION, action));
    }
    if (objectType.length() > MOST_TYPE) {
      throw new IllegalArgumentException(
          "an object's type has at most " + MOST_TYPE + " characters, not \"" + objectType + "\"");
    }
    objectId = ColumnText.fit(objectId, MOST_ID);
    detail = bounded(detail);
  }

  /** An act that succeeded, by the account whose request is being answered. */
  public static AuditEntry by(
      String account,
      String action,
      String objectType,
      Object objectId,
      Map<String, String> detail) {
    return new AuditEntry(
        AuditActor.of(account),
        action,
        objectType,
        objectId.toString(),
        AuditOutcome.SUCCESS,
        detail);
  }

  private static Map<String, String> bounded(Map<String, String> detail) {
    if (detail.size() > MOST_DETAILS) {
      throw new IllegalArgumentException(
          "an entry has at most %d details, not %d".formatted(MOST_DETAILS, detail.size()));
    }
    Map<String, String> sorted = new TreeMap<>();
    detail.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a detail's name is a word, not \"" + name + "\"");
          }
          sorted.put(name, ColumnText.fit(value, MOST_VALUE));
        });
    return Collections.unmodifiableMap(sorted);
  }
}
