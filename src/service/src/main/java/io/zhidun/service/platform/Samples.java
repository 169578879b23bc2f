package io.zhidun.service.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The samples of a metrics page in Prometheus' text format. */
record Samples(List<Sample> samples) {
  static final Samples NONE = new Samples(List.of());

  private static final int MAX_SAMPLES = 20_000;
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\S+)?\\s*");

  /** Reads what it can; a line that is no sample is passed over. */
  static Samples parse(String page) {
    List<Sample> samples = new ArrayList<>();
    page.lines()
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .limit(MAX_SAMPLES)
        .forEach(
            line -> {
              Matcher matcher = LINE.matcher(line);
              if (matcher.matches()) {
                add(samples, matcher);
              }
            });
    return new Samples(samples);
  }

  private static void add(List<Sample> samples, Matcher matcher) {
    try {
      double value = Double.parseDouble(matcher.group(3));
      String labels = matcher.group(2);
      if (Double.isFinite(value)) {
        samples.add(new Sample(matcher.group(1), labels == null ? "" : labels, value));
      }
    } catch (NumberFormatException e) {
      // Not a sample.
    }
  }

  /** Sum of a metric's samples that are wanted, or null if there is none of that metric. */
  @Nullable Long sum(String name, Predicate<Sample> wanted) {
    List<Sample> named = samples.stream().filter(s -> s.name().equals(name)).toList();
    return named.isEmpty()
        ? null
        : (long) named.stream().filter(wanted).mapToDouble(Sample::value).sum();
  }

  @Nullable Long sum(String name) {
    return sum(name, sample -> true);
  }

  @Nullable Long outcome(String name, String outcome) {
    return sum(name, sample -> sample.has("outcome", outcome));
  }

  record Sample(String name, String labels, double value) {
    boolean has(String label, String wanted) {
      return labels.startsWith(label + "=\"" + wanted + "\"")
          || labels.contains("," + label + "=\"" + wanted + "\"");
    }
  }
}
