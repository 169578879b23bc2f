package io.zhidun.service.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads a request's query parameters, gathers everything that is wrong with them and reports it at
 * once. Belongs to one request.
 */
public final class Parameters {
  private static final int MAX_VALUES = 100;

  private final MultiValueMap<String, String> values;
  private final List<Fault> faults = new ArrayList<>();

  public Parameters(MultiValueMap<String, String> values) {
    this.values = values;
  }

  /** The one value of a parameter, or null; empty counts as absent. */
  public @Nullable String text(String name, int maxLength) {
    String value = values.getFirst(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > maxLength) {
      fault(name, value, "must be at most " + maxLength + " characters");
      return null;
    }
    return value;
  }

  /** All values of a parameter, each through {@code read}, which throws on a bad one. */
  public <T> List<T> each(String name, String rule, Function<String, T> read) {
    List<String> given =
        values.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).toList();
    if (given.size() > MAX_VALUES) {
      fault(name, Integer.toString(given.size()), "may be given at most 100 times");
      return List.of();
    }
    List<T> result = new ArrayList<>();
    for (String value : given) {
      try {
        result.add(read.apply(value));
      } catch (IllegalArgumentException e) {
        fault(name, value, rule);
      }
    }
    return result;
  }

  public List<String> texts(String name, int maxLength) {
    return each(
        name,
        "must be at most " + maxLength + " characters",
        value -> {
          if (value.length() > maxLength) {
            throw new IllegalArgumentException(name);
          }
          return value;
        });
  }

  public int limit() {
    return number("limit", Page.DEFAULT_LIMIT, Page.MAX_LIMIT);
  }

  public int number(String name, int fallback, int max) {
    String value = values.getFirst(name);
    if (value == null || value.isEmpty()) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The fault below says it.
    }
    fault(name, value, "must be a whole number between 1 and " + max);
    return fallback;
  }

  /** An instant in ISO 8601 with zone, or null when absent. */
  public @Nullable Instant time(String name) {
    String value = values.getFirst(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      // A "+" that was not escaped arrives as a blank.
      Instant time = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
      if (time.getEpochSecond() >= 0 && time.getEpochSecond() < 253_402_300_800L) {
        return time;
      }
    } catch (DateTimeException e) {
      // The fault below says it.
    }
    fault(name, value, "must be an ISO 8601 time with zone between 1970 and 9999");
    return null;
  }

  public Duration duration(String name, Duration fallback) {
    String value = values.getFirst(name);
    if (value == null || value.isEmpty()) {
      return fallback;
    }
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0
          && duration.compareTo(Duration.ofDays(366)) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // The fault below says it.
    }
    fault(name, value, "must be an ISO 8601 duration between PT1S and P366D");
    return fallback;
  }

  public void fault(String name, String value, String rule) {
    faults.add(Fault.of(name, value, rule));
  }

  /** Ends the reading: throws a problem that names every fault, if there is any. */
  public void check() {
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
  }
}
