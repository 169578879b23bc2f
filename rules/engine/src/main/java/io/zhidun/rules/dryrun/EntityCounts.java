package io.zhidun.rules.dryrun;

import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each entity stands in detections. Bounded: what comes too late is not counted. */
final class EntityCounts {
  private static final List<String> ALWAYS = List.of("source.ip", "user.name", "host.name");
  private static final int MOST_VALUES = 20_000;
  private static final int MOST_FIELDS = 16;
  private static final int SHOWN = 10;

  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  void add(Detection detection, long by) {
    entities(detection).forEach((field, value) -> add(field, value, by));
  }

  private static Map<String, String> entities(Detection detection) {
    Map<String, String> entities = new LinkedHashMap<>();
    List<EvidenceEvent> events = detection.events();
    if (!events.isEmpty()) {
      Map<String, String> last = events.get(events.size() - 1).fields();
      for (String field : ALWAYS) {
        String value = last.get(field);
        if (value != null) {
          entities.put(field, value);
        }
      }
    }
    entities.putAll(detection.group());
    return entities;
  }

  private void add(String field, String value, long by) {
    if (!counts.containsKey(field) && counts.size() >= MOST_FIELDS) {
      return;
    }
    Map<String, Long> values = counts.computeIfAbsent(field, absent -> new LinkedHashMap<>());
    if (values.containsKey(value) || values.size() < MOST_VALUES) {
      values.merge(value, by, Long::sum);
    }
  }

  /** The most frequent values of each field. */
  Map<String, List<DryRunResult.Entity>> top() {
    Map<String, List<DryRunResult.Entity>> top = new LinkedHashMap<>();
    counts.forEach(
        (field, values) ->
            top.put(
                field,
                values.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(entry -> new DryRunResult.Entity(entry.getKey(), entry.getValue()))
                    .sorted(
                        Comparator.comparingLong(DryRunResult.Entity::count)
                            .reversed()
                            .thenComparing(DryRunResult.Entity::value))
                    .limit(SHOWN)
                    .collect(Collectors.toList())));
    top.values().removeIf(List::isEmpty);
    return top;
  }
}
