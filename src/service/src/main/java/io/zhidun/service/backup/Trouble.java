package io.zhidun.service.backup;

import io.zhidun.backup.health.Problem;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import java.util.Locale;

/**
 * Something about a source that somebody must see to.
 *
 * @param code such as {@code drill-overdue}
 */
record Trouble(String code, Severity severity, String system, String source, BilingualText text) {
  static final String TARGET_AWAY = "target-away";
  static final String UNUSABLE = "unusable";

  static Trouble of(Problem problem) {
    return new Trouble(
        code(problem.code()),
        Severity.valueOf(problem.severity().name()),
        problem.system(),
        problem.source(),
        new BilingualText(problem.zh(), problem.en()));
  }

  static String code(Problem.Code code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
