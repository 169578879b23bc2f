package io.zhidun.backup.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML file, read strictly: every fault is noted with its place and an empty value
 * given, so that all faults of a file come out at once; members nobody asked for are faults too.
 */
public final class Section {
  private final String place;
  private final Map<String, Object> members;
  private final List<String> faults;
  private final Set<String> asked = new HashSet<>();
  private final List<Section> parts = new ArrayList<>();

  Section(String place, @Nullable Object value, List<String> faults) {
    this.place = place;
    this.faults = faults;
    this.members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    } else {
      faults.add(place + ": is no mapping");
    }
  }

  public String place() {
    return place;
  }

  /** Names of the members, in the file's order. */
  public List<String> names() {
    return List.copyOf(members.keySet());
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  /** A text that must be there and not be empty. */
  public String text(String name) {
    Object value = member(name);
    if (value instanceof String || value instanceof Number) {
      String text = value.toString();
      if (!text.isBlank()) {
        return text;
      }
    }
    fault(name, value == null ? "is missing" : "must be a text, was \"" + value + '"');
    return "";
  }

  public @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  public int number(String name, int least, int most) {
    Object value = member(name);
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    fault(
        name,
        value == null
            ? "is missing"
            : "must be a whole number from " + least + " to " + most + ", was " + value);
    return least;
  }

  public boolean flag(String name, boolean otherwise) {
    Object value = member(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    fault(name, "must be true or false, was " + value);
    return otherwise;
  }

  /** An ISO 8601 duration longer than nothing, such as PT15M or P31D. */
  public Duration duration(String name) {
    String text = text(name);
    try {
      if (!text.isEmpty()) {
        Duration duration = Duration.parse(text);
        if (duration.compareTo(Duration.ZERO) > 0) {
          return duration;
        }
        fault(name, "must be longer than nothing, was " + text);
      }
    } catch (DateTimeException e) {
      fault(name, "must be a duration such as PT15M or P31D, was \"" + text + '"');
    }
    return Duration.ofDays(1);
  }

  public @Nullable Duration durationOrNull(String name) {
    return has(name) ? duration(name) : null;
  }

  public List<String> texts(String name) {
    Object value = member(name);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    if (value != null) {
      fault(name, "must be a list, was " + value);
    }
    return List.of();
  }

  /** A mapping below this one. */
  public Section section(String name) {
    return part(place + '.' + name, member(name));
  }

  /** Mappings in a list below this one; none where it is not there. */
  public List<Section> sections(String name) {
    Object value = member(name);
    List<Section> all = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        all.add(part(place + '.' + name + '[' + i + ']', list.get(i)));
      }
    } else if (value != null) {
      fault(name, "must be a list");
    }
    return all;
  }

  private Section part(String at, @Nullable Object value) {
    Section part = new Section(at, value, faults);
    parts.add(part);
    return part;
  }

  public void fault(String name, String words) {
    faults.add(place + '.' + name + ": " + words);
  }

  private @Nullable Object member(String name) {
    asked.add(name);
    return members.get(name);
  }

  void requireNothingElse() {
    for (String name : members.keySet()) {
      if (!asked.contains(name)) {
        faults.add(place + '.' + name + ": is not known");
      }
    }
    parts.forEach(Section::requireNothingElse);
  }
}
