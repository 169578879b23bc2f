package io.zhidun.rules.sigma;

import io.zhidun.events.LogSource;
import io.zhidun.rules.atom.TimePart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The modifiers behind a field name, in the order written.
 *
 * @param field the field; empty for a keyword
 * @param names modifiers
 */
record Modifiers(String field, Set<String> names) {
  private static final Set<String> KNOWN =
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

  private static final List<String> KINDS =
      List.of("re", "cidr", "exists", "fieldref", "lt", "lte", "gt", "gte");

  /** What a part of a time goes with. */
  private static final Set<String> WITH_TIME = Set.of("lt", "lte", "gt", "gte", "all", "neq");

  /** What is seen in the expression and not in its atoms. */
  private static final Set<String> UNSHOWN = Set.of("all", "neq", "expand");

  private static final List<String> ANCHORS = List.of("contains", "startswith", "endswith");

  static Modifiers of(String key) {
    String[] parts = key.split("\\|", -1);
    Set<String> names = new LinkedHashSet<>();
    for (int i = 1; i < parts.length; i++) {
      names.add(parts[i]);
    }
    return new Modifiers(parts[0], names);
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
    List<String> kinds = names.stream().filter(KINDS::contains).toList();
    if (kinds.size() > 1) {
      return "modifiers \"" + String.join("\" and \"", kinds) + "\" exclude each other";
    }
    List<String> anchors = names.stream().filter(ANCHORS::contains).toList();
    if (anchors.size() > 1) {
      return "modifiers \"" + String.join("\" and \"", anchors) + "\" exclude each other";
    }
    boolean open = kinds.isEmpty() || kinds.contains("fieldref");
    if (!anchors.isEmpty() && !open) {
      return "modifier \"" + anchors.get(0) + "\" does not go with \"" + kinds.get(0) + "\"";
    }
    String foreign = foreignToTime();
    if (foreign != null) {
      return foreign;
    }
    boolean flagged = has("i") || has("m") || has("s");
    return flagged && !has("re") ? "modifiers i, m and s only go with \"re\"" : null;
  }

  private @Nullable String foreignToTime() {
    List<String> parts = names.stream().filter(name -> TimePart.named(name).isPresent()).toList();
    if (parts.size() > 1) {
      return "modifiers \"" + String.join("\" and \"", parts) + "\" exclude each other";
    }
    if (parts.isEmpty()) {
      return null;
    }
    return names.stream()
        .filter(name -> !name.equals(parts.get(0)) && !WITH_TIME.contains(name))
        .findFirst()
        .map(name -> "modifier \"" + name + "\" does not go with \"" + parts.get(0) + "\"")
        .orElse(null);
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
