package io.zhidun.service.platform;

import io.zhidun.events.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What the stream counted of each rule since it began. */
@Component
public class RuleActivity {
  private final MetricsPages pages;
  private final PlatformProperties properties;

  RuleActivity(MetricsPages pages, PlatformProperties properties) {
    this.pages = pages;
    this.properties = properties;
  }

  /**
   * A rule in one version, as the stream says it.
   *
   * @param lastHit newest time of an event that it hit; null before the first
   * @param set number of the rule set that it hit under last
   * @param matchShare which part of the match time of a sample of events its condition took, from 0
   *     to 1; null before the first sample
   */
  public record Counted(
      String id,
      String version,
      long hits,
      @Nullable Instant lastHit,
      long set,
      @Nullable Double matchShare) {}

  /** The versions of a rule that ran; empty where the stream does not answer. */
  public Optional<List<Counted>> of(String ruleId) {
    return pages.page(properties.stream(), "/rules").map(page -> read(page, ruleId));
  }

  private static List<Counted> read(String page, String ruleId) {
    List<Counted> counted = new ArrayList<>();
    for (String line : page.lines().filter(one -> one.contains(ruleId)).toList()) {
      try {
        Counted one = Json.mapper().readValue(line, Counted.class);
        if (ruleId.equals(one.id())) {
          counted.add(one);
        }
      } catch (JacksonException | IllegalArgumentException e) {
        // The page ends in the middle of a line where it is larger than what is read of it.
        continue;
      }
    }
    return counted;
  }
}
