package io.zhidun.rules.sigma;

import io.zhidun.events.LogSource;
import io.zhidun.rules.atom.TimePart;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The modifiers behind a field name, in the order written.
 *
 * @param field the field; empty for a keyword
 * @param names modifiers
 */
record Modifiers(String field, List<String> names) {
  /** All that the specification has. */
  static final Set<String> KNOWN =
      Set.of(
          "all",
          "startswith",
          "endswith",
          "contains",
          "exists",
          "cased",
          "neq",
          "windash",
          "re",
          "i",
          "m",
          "s",
          "base64",
          "base64offset",
          "utf16",
          "utf16le",
          "utf16be",
          "wide",
          "cidr",
          "lt",
          "lte",
          "gt",
          "gte",
          "fieldref",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "year",
          "expand");

  private static final List<String> ANCHORS = List.of("contains", "startswith", "endswith");
  private static final List<String> WIDTHS = List.of("utf16", "utf16le", "utf16be", "wide");
  private static final List<String> COMPARISONS = List.of("lt", "lte", "gt", "gte");
  private static final List<String> PARTS =
      Stream.of(TimePart.values()).map(TimePart::label).toList();
  private static final List<String> KINDS =
      Stream.concat(Stream.of("re", "cidr", "exists", "fieldref"), COMPARISONS.stream()).toList();

  /** Of these lists a field takes one. */
  private static final List<List<String>> EXCLUSIVE = List.of(KINDS, ANCHORS, PARTS, WIDTHS);

  /** What a modifier goes with; any other beside it would be ignored, which nobody means. */
  private static final Map<String, Set<String>> COMPANY = company();

  /** What is seen in the expression and not in its atoms. */
  private static final Set<String> UNSHOWN = Set.of("all", "neq", "expand");

  private static Map<String, Set<String>> company() {
    Map<String, Set<String>> company = new HashMap<>();
    company.put("re", Set.of("i", "m", "s", "all", "neq", "expand"));
    company.put("cidr", Set.of("all", "neq", "expand"));
    company.put("exists", Set.of("neq"));
    company.put("fieldref", Set.of("contains", "startswith", "endswith", "all", "neq"));
    Set<String> numeric = new HashSet<>(PARTS);
    numeric.addAll(Set.of("all", "neq", "expand"));
    COMPARISONS.forEach(name -> company.put(name, numeric));
    Set<String> timely = new HashSet<>(COMPARISONS);
    timely.addAll(Set.of("all", "neq", "expand"));
    PARTS.forEach(name -> company.put(name, timely));
    return company;
  }

  static Modifiers of(String key) {
    String[] parts = key.split("\\|", -1);
    return new Modifiers(parts[0], List.of(parts).subList(1, parts.length));
  }

  /** The same modifiers of a field under another name. */
  Modifiers of(FieldPipeline pipeline, LogSource logSource) {
    return field.isEmpty() ? this : new Modifiers(pipeline.name(field, logSource), names);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** What is wrong with them together, or null. */
  @Nullable String fault() {
    for (String name : names) {
      if (!KNOWN.contains(name)) {
        return "modifier \"" + name + "\" is not one of Sigma's";
      }
    }
    return contradiction();
  }

  private @Nullable String contradiction() {
    for (String name : names) {
      if (Collections.frequency(names, name) > 1) {
        return "modifier \"" + name + "\" stands there twice";
      }
    }
    for (List<String> one : EXCLUSIVE) {
      List<String> met = names.stream().filter(one::contains).toList();
      if (met.size() > 1) {
        return "modifiers \"" + String.join("\" and \"", met) + "\" exclude each other";
      }
    }
    if ((has("i") || has("m") || has("s")) && !has("re")) {
      return "modifiers i, m and s only go with \"re\"";
    }
    return stranger();
  }

  private @Nullable String stranger() {
    for (String name : names) {
      Set<String> company = COMPANY.getOrDefault(name, KNOWN);
      for (String other : names) {
        if (!other.equals(name) && !company.contains(other)) {
          return "modifier \"" + other + "\" does not go with \"" + name + "\"";
        }
      }
    }
    return null;
  }

  /** The part of a time that is asked for. */
  Optional<TimePart> timePart() {
    return names.stream().flatMap(name -> TimePart.named(name).stream()).findFirst();
  }

  /** How an explanation names the comparison. */
  String operator() {
    List<String> shown = names.stream().filter(name -> !UNSHOWN.contains(name)).toList();
    return shown.isEmpty() ? "equals" : String.join("|", shown);
  }
}
