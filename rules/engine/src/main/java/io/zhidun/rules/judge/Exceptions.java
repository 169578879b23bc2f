package io.zhidun.rules.judge;

import io.zhidun.rules.atom.CidrTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The exceptions of a site, asked by rule, fields and event time. Immutable. */
public final class Exceptions {
  private static final int MOST = 10_000;

  private final List<Entry> entries;

  private Exceptions(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A field must have one of the values; an address may also lie in one of the networks. */
  private record Condition(String field, Set<String> values, List<CidrTest> networks) {
    boolean holds(Function<String, @Nullable String> fields) {
      String value = fields.apply(field);
      return value != null
          && (values.contains(value)
              || networks.stream().anyMatch(network -> network.contains(value)));
    }
  }

  private record Entry(
      Exemption exemption, Set<String> rules, Instant from, List<Condition> where) {
    boolean covers(String rule, Instant time, Function<String, @Nullable String> fields) {
      return rules.contains(rule)
          && !time.isBefore(from)
          && time.isBefore(exemption.expires())
          && where.stream().allMatch(condition -> condition.holds(fields));
    }
  }

  /** No exceptions. */
  public static Exceptions none() {
    return new Exceptions(List.of());
  }

  /**
   * Reads {@code exceptions: [{id, rules, where: {field: values}, owner, reason, from, expires}]}.
   * Rules are names; values of a field that look like {@code address/prefix} are networks; times
   * are RFC 3339, {@code from} may be missing. An exception without any condition on a field would
   * switch its rules off and is refused.
   *
   * @throws IllegalArgumentException naming file, exception and value
   */
  public static Exceptions parse(String path, String text) {
    List<YamlSection> sections = YamlSection.parse(path, text).sections("exceptions");
    if (sections.size() > MOST) {
      throw new IllegalArgumentException(
          path + ": at most " + MOST + " exceptions, got " + sections.size());
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlSection section : sections) {
      String id = section.text("id", "");
      try {
        entries.add(entry(section, id));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(
            path + ": exception \"" + id + "\": " + e.getMessage(), e);
      }
      if (!ids.add(id)) {
        throw new IllegalArgumentException(path + ": exception \"" + id + "\" stands there twice");
      }
    }
    return new Exceptions(entries);
  }

  /** Reads a file as {@link #parse} does. */
  public static Exceptions load(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static Entry entry(YamlSection section, String id) {
    section.allow(Set.of("id", "rules", "where", "owner", "reason", "from", "expires"));
    Exemption exemption =
        new Exemption(
            id, section.text("owner", ""), section.text("reason", ""), time(section, "expires"));
    Set<String> rules = Set.copyOf(section.texts("rules"));
    List<Condition> where = conditions(section.section("where"));
    if (rules.isEmpty() || where.isEmpty()) {
      throw new IllegalArgumentException("needs rules and a condition on a field");
    }
    return new Entry(
        exemption,
        rules,
        section.text("from", "").isEmpty() ? Instant.MIN : time(section, "from"),
        where);
  }

  private static Instant time(YamlSection section, String key) {
    return OffsetDateTime.parse(section.text(key, "")).toInstant();
  }

  private static List<Condition> conditions(YamlSection where) {
    List<Condition> conditions = new ArrayList<>();
    for (String field : where.keys()) {
      Set<String> values = new HashSet<>();
      List<CidrTest> networks = new ArrayList<>();
      for (String value : where.texts(field)) {
        if (value.matches("[0-9A-Fa-f.:]+/[0-9]{1,3}")) {
          networks.add(CidrTest.of(value));
        } else {
          values.add(value);
        }
      }
      conditions.add(new Condition(field, Set.copyOf(values), List.copyOf(networks)));
    }
    return List.copyOf(conditions);
  }

  /** The first exception that covers a finding, or null. */
  @Nullable Exemption covering(
      String rule, Instant time, Function<String, @Nullable String> fields) {
    for (Entry entry : entries) {
      if (entry.covers(rule, time, fields)) {
        return entry.exemption;
      }
    }
    return null;
  }
}
