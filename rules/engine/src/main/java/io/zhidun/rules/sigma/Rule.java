package io.zhidun.rules.sigma;

import io.zhidun.events.LogSource;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a set, checked and linked: either a question to one event or a correlation of other
 * rules' matches. Immutable.
 *
 * @param reference id, name, version, title
 * @param level the rule's own severity
 * @param tags ATT&amp;CK and other tags
 * @param logSource what it reads; {@link LogSource#ANY} for a correlation
 * @param guidance what it tells people
 * @param recovery how long a group must be quiet before the alert's episode ends
 * @param groupBy fields that tell one alert of a rule on single events from another
 * @param condition what it asks of an event, or null for a correlation
 * @param correlation what it relates, or null for a rule on single events
 * @param detectsAlone whether its own matches are detections: false when it is only referred to by
 *     correlations that do not generate it
 * @param path the file it came from
 */
public record Rule(
    RuleReference reference,
    Severity level,
    List<String> tags,
    LogSource logSource,
    Guidance guidance,
    Duration recovery,
    List<String> groupBy,
    @Nullable Expression condition,
    @Nullable Correlation correlation,
    boolean detectsAlone,
    String path) {
  public Rule {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(level, "level");
    tags = List.copyOf(tags);
    groupBy = List.copyOf(groupBy);
    if ((condition == null) == (correlation == null)) {
      throw new IllegalArgumentException(
          "rule " + reference.name() + " must have either a detection or a correlation");
    }
  }

  public String id() {
    return reference.id();
  }

  public String name() {
    return reference.name();
  }

  public boolean isCorrelation() {
    return correlation != null;
  }

  /** What it asks of an event; only for a rule on single events. */
  public Expression requireCondition() {
    return Objects.requireNonNull(condition, reference.name() + " is a correlation");
  }

  /** What it relates; only for a correlation. */
  public Correlation requireCorrelation() {
    return Objects.requireNonNull(correlation, reference.name() + " is not a correlation");
  }
}
