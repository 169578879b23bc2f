package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.CaseTrail.Act;
import io.zhidun.service.store.ColumnText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case while it is worked on inside a transaction. Times are microseconds since the epoch.
 * Belongs to one thread.
 */
final class FilingCase {
  static final String SYSTEM = "system";
  static final String INDICATION = "indication";
  static final String SAMPLE = "sample";

  /** 9999-12-31: nothing is due. Sorts behind everything that is. */
  static final long NOTHING_DUE = 253_402_214_400_000_000L;

  final long id;
  final String caseKey;
  final String register;
  final String origin;
  final long openedAt;
  final String number;
  SubjectRef subject;
  CaseState state = CaseState.PENDING;
  @Nullable Tier tier;
  long scoreMillionths;
  List<String> kinds = List.of();
  long filingCount;
  long memberCount;
  long updatedAt;
  long lastSignalAt;
  long dueAt = NOTHING_DUE;
  @Nullable Long withdrawnAt;
  @Nullable Long closedAt;
  @Nullable String assignee;
  String searchText = "";
  final List<CaseTrail> newTrail = new ArrayList<>();

  FilingCase(
      long id,
      String number,
      String caseKey,
      SubjectRef subject,
      String register,
      String origin,
      long openedAt) {
    this.id = id;
    this.number = number;
    this.caseKey = caseKey;
    this.subject = subject;
    this.register = register;
    this.origin = origin;
    this.openedAt = openedAt;
    this.updatedAt = openedAt;
  }

  static String number(long id, Instant opened) {
    return String.format(Locale.ROOT, "FC-%d-%06d", opened.atZone(Wire.ZONE).getYear(), id);
  }

  /** Moves the case, which must be allowed to, and says so in its trail. */
  void move(CaseState to, String actor, Act act, String note, String details, long now) {
    newTrail.add(new CaseTrail(now, actor, act, state, to, note, details));
    state = to;
    updatedAt = now;
    if (to != CaseState.NOTIFIED) {
      dueAt = NOTHING_DUE;
    }
    if (to == CaseState.WITHDRAWN) {
      withdrawnAt = now;
    }
    closedAt = to.closed() ? Long.valueOf(now) : null;
  }

  void say(String actor, Act act, String note, String details, long now) {
    newTrail.add(new CaseTrail(now, actor, act, null, null, note, details));
    updatedAt = now;
  }

  /** What the case is found by; persons only as everybody may see them. */
  void describe(Map<String, String> members) {
    SubjectRef shown = subject.shown();
    StringBuilder text = new StringBuilder(number);
    text.append('\n').append(shown.key()).append('\n').append(shown.name());
    members.forEach(
        (key, name) ->
            text.append('\n')
                .append(PersonalNames.shownKey(key, name))
                .append(' ')
                .append(PersonalNames.shown(key, name)));
    searchText = ColumnText.fit(text.toString().toLowerCase(Locale.ROOT), 8192);
  }
}
