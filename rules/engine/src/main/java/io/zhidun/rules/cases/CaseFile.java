package io.zhidun.rules.cases;

import io.zhidun.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The cases of a rule file, from its sibling {@code <name>.cases.yml}: a list of {@code {name,
 * detections, events}}.
 *
 * @param path the file
 * @param cases in the order written
 */
public record CaseFile(String path, List<RuleCase> cases) {
  /** A rule has at least so many cases of either kind. */
  public static final int LEAST = 2;

  private static final int LARGEST = 8 << 20;

  public CaseFile {
    cases = List.copyOf(cases);
  }

  /** Name of the file with a rule file's cases. */
  public static String nameFor(String ruleFile) {
    return ruleFile.replaceFirst("\\.ya?ml$", "") + ".cases.yml";
  }

  /**
   * Reads a file's text.
   *
   * @throws IllegalArgumentException naming file, case and value
   */
  public static CaseFile parse(String path, String text) {
    return parse(path, text, Integer.MAX_VALUE);
  }

  /**
   * Reads a file's text.
   *
   * @param mostEvents more events than this in all cases together are a fault
   * @throws IllegalArgumentException naming file, case and value
   */
  public static CaseFile parse(String path, String text, int mostEvents) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(LARGEST);
    try {
      Object whole = new Yaml(new SafeConstructor(options)).load(text);
      List<RuleCase> cases = new ArrayList<>();
      int left = mostEvents;
      for (Object entry : list("the file", whole)) {
        RuleCase one = ruleCase(entry, left);
        left -= one.events().size();
        cases.add(one);
      }
      return new CaseFile(path, cases);
    } catch (YAMLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static RuleCase ruleCase(@Nullable Object entry, int mostEvents) {
    if (!(entry instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("a case must be a map");
    }
    String name = String.valueOf(map.get("name"));
    if (!(map.get("detections") instanceof Integer detections)) {
      throw new IllegalArgumentException("case \"" + name + "\" has no number of detections");
    }
    List<Event> events = new ArrayList<>();
    for (Object event : list("events of case \"" + name + "\"", map.get("events"))) {
      if (!(event instanceof Map<?, ?> fields)) {
        throw new IllegalArgumentException("an event of case \"" + name + "\" is not a map");
      }
      new CaseEvent(fields).addTo(events, mostEvents);
    }
    return new RuleCase(name, detections, events);
  }

  private static List<?> list(String what, @Nullable Object value) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalArgumentException(what + " must be a list that is not empty");
  }

  /** What a file of cases must have, or null if it has it. */
  public @Nullable String shortage() {
    long positive = cases.stream().filter(one -> one.detections() > 0).count();
    long negative = cases.size() - positive;
    return positive >= LEAST && negative >= LEAST
        ? null
        : "needs at least "
            + LEAST
            + " cases that detect and "
            + LEAST
            + " that do not, has "
            + positive
            + " and "
            + negative;
  }
}
