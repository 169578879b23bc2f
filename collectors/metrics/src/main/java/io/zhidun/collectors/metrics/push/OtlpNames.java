package io.zhidun.collectors.metrics.push;

import io.zhidun.collectors.metrics.Names;
import java.util.Map;

/**
 * Names of OTLP metrics and attributes as Prometheus has them. Source: "Prometheus and OpenMetrics
 * Compatibility" of the OpenTelemetry specification.
 */
final class OtlpNames {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("d", "days"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("s", "seconds"),
          Map.entry("ms", "milliseconds"),
          Map.entry("us", "microseconds"),
          Map.entry("ns", "nanoseconds"),
          Map.entry("By", "bytes"),
          Map.entry("KiBy", "kibibytes"),
          Map.entry("MiBy", "mebibytes"),
          Map.entry("GiBy", "gibibytes"),
          Map.entry("kBy", "kilobytes"),
          Map.entry("MBy", "megabytes"),
          Map.entry("GBy", "gigabytes"),
          Map.entry("m", "meters"),
          Map.entry("V", "volts"),
          Map.entry("A", "amperes"),
          Map.entry("J", "joules"),
          Map.entry("W", "watts"),
          Map.entry("g", "grams"),
          Map.entry("Cel", "celsius"),
          Map.entry("Hz", "hertz"),
          Map.entry("%", "percent"));
  private static final Map<String, String> PER =
      Map.of("s", "second", "m", "minute", "h", "hour", "d", "day");

  private OtlpNames() {}

  /** A label's name: what may not stand in one becomes an underscore. */
  static String label(String attribute) {
    String name = clean(attribute, false);
    return name.isEmpty() ? "_" : Character.isDigit(name.charAt(0)) ? "key_" + name : name;
  }

  /** A metric's name with its unit, and {@code _total} for what only grows. */
  static String metric(String given, String unit, boolean counter, boolean gauge) {
    String name = clean(given, true);
    if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
      name = "_" + name;
    }
    String bare = counter && name.endsWith("_total") ? name.substring(0, name.length() - 6) : name;
    String full = withUnit(bare, unit);
    if (counter) {
      return full + "_total";
    }
    return gauge && unit.equals("1") && !full.endsWith("_ratio") ? full + "_ratio" : full;
  }

  private static String withUnit(String name, String unit) {
    if (unit.isEmpty() || unit.equals("1") || unit.indexOf('{') >= 0) {
      return name;
    }
    int slash = unit.indexOf('/');
    String main = slash < 0 ? unit : unit.substring(0, slash);
    String with = suffixed(name, UNITS.getOrDefault(main, clean(main, false)));
    if (slash < 0) {
      return with;
    }
    String per = unit.substring(slash + 1);
    return suffixed(with, "per_" + PER.getOrDefault(per, clean(per, false)));
  }

  private static String suffixed(String name, String suffix) {
    return suffix.isEmpty() || name.endsWith("_" + suffix) ? name : name + "_" + suffix;
  }

  private static String clean(String text, boolean colons) {
    StringBuilder name = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Names.isNamePart(c, colons)) {
        name.append(c);
      } else if (name.length() == 0 || name.charAt(name.length() - 1) != '_') {
        name.append('_');
      }
    }
    return name.toString();
  }
}
