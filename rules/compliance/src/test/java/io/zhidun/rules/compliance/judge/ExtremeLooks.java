package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.ValueDoc;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the best or the worst of worlds, from the documentation of the checks' values. */
public final class ExtremeLooks {
  /** Numbers of which more is better. */
  private static final Set<String> MORE_IS_BETTER =
      Set.of(
          "sensors",
          "runtime_minutes",
          "coverage_percent",
          "fields_complete_percent",
          "oldest_record_days",
          "min_length",
          "lock_minutes",
          "local_copies",
          "offsite_copies",
          "healthy_nodes",
          "drills",
          "policies",
          "rules_active",
          "commands_audited_percent",
          "covered_percent",
          "sources_percent",
          "sessions_recorded_percent");

  /** Numbers that must be above zero though less is better. */
  private static final Set<String> NOT_ZERO = Set.of("lock_after", "idle_minutes");

  private ExtremeLooks() {}

  static Look of(Check check, String object, boolean best) {
    return new Look(check.code(), object, Look.State.FRESH, "ev-1", values(check, best));
  }

  /** Values of a look at the best or at the worst. */
  public static Map<String, Object> values(Check check, boolean best) {
    Map<String, Object> values = new HashMap<>();
    check.values().forEach((name, doc) -> values.put(name, value(doc, best)));
    return values;
  }

  private static Object value(ValueDoc doc, boolean best) {
    boolean more = MORE_IS_BETTER.contains(doc.name()) == best;
    return switch (doc.unit().kind()) {
      case NUMBER ->
          more
              ? (doc.unit().code().equals("percent") ? 100 : 9_999)
              : NOT_ZERO.contains(doc.name()) ? 1 : 0;
      case YES_NO -> doc.name().equals("deletable") != best;
      case LIST -> best ? List.of() : Collections.nCopies(30, "x");
      case TEXT -> "";
    };
  }
}
