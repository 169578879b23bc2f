package io.zhidun.rules.cases;

import io.zhidun.events.Event;
import java.util.List;

/**
 * One example of a rule: these events, and how many detections they must make.
 *
 * @param name what it shows
 * @param detections detections that must stand in the end
 * @param events in order of arrival
 */
public record RuleCase(String name, int detections, List<Event> events) {
  public RuleCase {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a case must have a name");
    }
    if (detections < 0) {
      throw new IllegalArgumentException(
          "detections of case \"" + name + "\" must be at least 0, was " + detections);
    }
    events = List.copyOf(events);
  }
}
