package io.zhidun.rules.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places, such as {@code {source.ip} failed {count} times}. A place is a field, or
 * one of {@code count}, {@code value}, {@code timespan}; a field without value shows as a dash.
 */
public final class SummaryTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}\\s]{1,128})}");
  private static final Set<String> OWN = Set.of("count", "value", "timespan");
  private static final String ABSENT = "-";

  /** A value longer than this is cut: a summary is one line. */
  private static final int LONGEST_VALUE = 120;

  /** Texts and places in turn, beginning with a text. */
  private final List<String> parts = new ArrayList<>();

  /** Rules have few summaries and detect often; beyond the bound they are read anew. */
  private static final Map<String, SummaryTemplate> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 10_000;

  private SummaryTemplate() {}

  public static SummaryTemplate of(String text) {
    SummaryTemplate known = KNOWN.get(text);
    if (known == null) {
      known = read(text);
      if (KNOWN.size() < MOST_KNOWN) {
        KNOWN.put(text, known);
      }
    }
    return known;
  }

  private static SummaryTemplate read(String text) {
    SummaryTemplate template = new SummaryTemplate();
    Matcher matcher = PLACE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      template.parts.add(text.substring(from, matcher.start()));
      template.parts.add(matcher.group(1));
      from = matcher.end();
    }
    template.parts.add(text.substring(from));
    return template;
  }

  /** The fields that it shows. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (int i = 1; i < parts.size(); i += 2) {
      if (!OWN.contains(parts.get(i))) {
        fields.add(parts.get(i));
      }
    }
    return fields;
  }

  /** The sentence; {@code values} gives a place's text or null. */
  public String fill(Function<String, @Nullable String> values) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      out.append(i % 2 == 0 ? parts.get(i) : shown(values.apply(parts.get(i))));
    }
    return out.toString();
  }

  private static String shown(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return ABSENT;
    }
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }
}
