package io.zhidun.measure.template;

import io.zhidun.events.BilingualText;
import java.util.Locale;
import java.util.Objects;

/**
 * Something about a template that a person should see.
 *
 * @param kind what
 * @param template its text
 * @param example the line that showed it, cut
 * @param lines of it so far
 * @param usual lines in five minutes
 */
public record TemplateFinding(
    Kind kind, String template, String example, long lines, double usual) {
  /** What may be found. */
  public enum Kind {
    NEW,
    SUDDENLY_FREQUENT
  }

  private static final int LONGEST_EXAMPLE = 500;

  public TemplateFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(template, "template");
    example =
        example.length() > LONGEST_EXAMPLE ? example.substring(0, LONGEST_EXAMPLE) + "…" : example;
  }

  public BilingualText words() {
    if (kind == Kind.NEW) {
      return new BilingualText(
          "出现从未见过的日志模板：" + template, "a template of log lines not seen before: " + template);
    }
    String often = String.format(Locale.ROOT, "%.1f", usual);
    return new BilingualText(
        "日志模板骤增（平时每 5 分钟 " + often + " 行）：" + template,
        "log lines of this template come suddenly often, usually "
            + often
            + " in five minutes: "
            + template);
  }
}
