package io.zhidun.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules read an event, by a table of log sources as SigmaHQ publishes it: read plainly for
 * every event, sharing nothing with the engine.
 */
public final class NaiveLogSources {
  private static final Set<String> REGISTRY_CHANGES =
      Set.of("CreateKey", "DeleteKey", "DeleteValue");

  private final Map<?, ?> entries;

  /**
   * @param table with {@code logsources}, each with a category and conditions or with channels
   */
  public NaiveLogSources(Map<?, ?> table) {
    this.entries = (Map<?, ?>) Objects.requireNonNull(table.get("logsources"));
  }

  /** What an event is, in Sigma's words; any part may have several names. */
  public record Kind(Set<String> categories, Set<String> products, Set<String> services) {
    /** Whether a rule with this {@code logsource} reads it. */
    public boolean isReadBy(@Nullable Object logsource) {
      Map<?, ?> wanted = logsource instanceof Map<?, ?> map ? map : Map.of();
      return has(categories, wanted.get("category"))
          && has(products, wanted.get("product"))
          && has(services, wanted.get("service"));
    }

    private static boolean has(Set<String> names, @Nullable Object wanted) {
      return wanted == null || names.contains(wanted.toString());
    }
  }

  /**
   * The kind of a Windows event, or null where it names no channel, so that every rule reads it.
   */
  public @Nullable Kind of(Map<String, List<Object>> event) {
    if (!event.containsKey("Channel")) {
      return null;
    }
    Set<String> services = new HashSet<>();
    entries.values().forEach(entry -> service((Map<?, ?>) entry, event, services));
    Set<String> categories = new HashSet<>();
    entries.values().forEach(entry -> category((Map<?, ?>) entry, event, services, categories));
    return new Kind(categories, Set.of("windows"), services);
  }

  private static void service(
      Map<?, ?> entry, Map<String, List<Object>> event, Set<String> services) {
    if (entry.get("sources") instanceof List<?> sources) {
      for (Object source : sources) {
        String channel = "WinEventLog:" + event.getOrDefault("Channel", List.of("")).get(0);
        if (source.toString().equalsIgnoreCase(channel)) {
          services.add(String.valueOf(entry.get("service")));
        }
      }
    }
  }

  private static void category(
      Map<?, ?> entry,
      Map<String, List<Object>> event,
      Set<String> services,
      Set<String> categories) {
    if (entry.get("conditions") instanceof Map<?, ?> conditions
        && entry.get("rewrite") instanceof Map<?, ?> rewrite
        && services.contains(String.valueOf(rewrite.get("service")))
        && conditions.entrySet().stream().allMatch(condition -> holds(condition, event))) {
      categories.add(String.valueOf(entry.get("category")));
    }
  }

  private static boolean holds(Map.Entry<?, ?> condition, Map<String, List<Object>> event) {
    List<Object> values = event.getOrDefault(condition.getKey().toString(), List.of());
    Object first = values.isEmpty() ? null : values.get(0);
    String actual = first == null ? "" : first.toString();
    if (condition.getKey().equals("EventType") && isUnknown(actual)) {
      return true;
    }
    List<?> wanted =
        condition.getValue() instanceof List<?> list ? list : List.of(condition.getValue());
    return wanted.stream().anyMatch(one -> one.toString().equalsIgnoreCase(actual));
  }

  /** Where a collector wrote its own event type over that of the registry, nothing is excluded. */
  private static boolean isUnknown(String type) {
    return REGISTRY_CHANGES.stream()
        .map(change -> change.toLowerCase(Locale.ROOT))
        .noneMatch(type.toLowerCase(Locale.ROOT)::equals);
  }
}
