package io.zhidun.rules.match;

import io.zhidun.events.LogSource;
import java.util.List;
import java.util.Map;

/** Which rules read which kinds of log, where Sigma's categories lie inside each other. */
final class Routing {
  private static final String REGISTRY = "registry_event";

  /** By an event's category: the other categories whose rules read it too. */
  private static final Map<String, List<String>> ALSO =
      Map.of(
          "registry_add",
          List.of(REGISTRY),
          "registry_delete",
          List.of(REGISTRY),
          "registry_set",
          List.of(REGISTRY),
          "registry_rename",
          List.of(REGISTRY),
          // An event that does not say whether a key came or went may be either.
          REGISTRY,
          List.of("registry_add", "registry_delete"));

  private Routing() {}

  static boolean reads(LogSource rule, LogSource event) {
    if (rule.reads(event)) {
      return true;
    }
    String category = event.category();
    for (String also :
        category == null ? List.<String>of() : ALSO.getOrDefault(category, List.of())) {
      if (rule.reads(new LogSource(also, event.product(), event.service()))) {
        return true;
      }
    }
    return false;
  }
}
