package io.zhidun.collectors.metrics.scrape;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.zhidun.collectors.metrics.Names;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One step of relabelling with the meaning it has in Prometheus' configuration. Patterns are RE2
 * and must match the whole value.
 *
 * @param sourceLabels whose values are joined
 * @param separator between them
 * @param regex what the joined value, or a label's name, must match
 * @param modulus of {@code hashmod}, else 0
 * @param targetLabel label that is written; may hold {@code $1} for {@code replace}
 * @param replacement value that is written
 * @param action what is done
 */
public record RelabelRule(
    List<String> sourceLabels,
    String separator,
    Pattern regex,
    long modulus,
    String targetLabel,
    String replacement,
    RelabelAction action) {
  private static final int LONGEST_PATTERN = 4 << 10;
  private static final int HASH_OFFSET = 8;

  public RelabelRule {
    sourceLabels = List.copyOf(sourceLabels);
    Objects.requireNonNull(separator, "separator");
    Objects.requireNonNull(regex, "regex");
    Objects.requireNonNull(replacement, "replacement");
    switch (action) {
      case REPLACE, HASHMOD, LOWERCASE, UPPERCASE, KEEPEQUAL, DROPEQUAL -> {
        if (targetLabel.isEmpty()) {
          throw new IllegalArgumentException("the action needs a targetLabel");
        }
      }
      case KEEP, DROP, LABELMAP, LABELDROP, LABELKEEP -> {}
    }
    if (action == RelabelAction.HASHMOD && modulus < 1) {
      throw new IllegalArgumentException("hashmod needs a modulus of at least 1, was " + modulus);
    }
  }

  /** Compiles a pattern. */
  public static Pattern pattern(String regex) {
    if (regex.length() > LONGEST_PATTERN) {
      throw new IllegalArgumentException("a pattern may have " + LONGEST_PATTERN + " characters");
    }
    try {
      return Pattern.compile(regex, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("is no RE2 pattern: " + e.getMessage(), e);
    }
  }

  /**
   * Applies rules one after the other.
   *
   * @param labels changed in place
   * @return false if a rule drops what has the labels
   */
  static boolean apply(List<RelabelRule> rules, Map<String, String> labels) {
    for (RelabelRule rule : rules) {
      if (!rule.apply(labels)) {
        return false;
      }
    }
    return true;
  }

  private boolean apply(Map<String, String> labels) {
    String value = joined(labels);
    switch (action) {
      case KEEP:
        return regex.matches(value);
      case DROP:
        return !regex.matches(value);
      case KEEPEQUAL:
        return labels.getOrDefault(targetLabel, "").equals(value);
      case DROPEQUAL:
        return !labels.getOrDefault(targetLabel, "").equals(value);
      case REPLACE:
        replace(value, labels);
        return true;
      case HASHMOD:
        labels.put(targetLabel, Long.toUnsignedString(hashMod(value)));
        return true;
      case LOWERCASE:
        set(labels, targetLabel, value.toLowerCase(Locale.ROOT));
        return true;
      case UPPERCASE:
        set(labels, targetLabel, value.toUpperCase(Locale.ROOT));
        return true;
      case LABELMAP:
        map(labels);
        return true;
      case LABELDROP:
        labels.keySet().removeIf(name -> regex.matches(name));
        return true;
      case LABELKEEP:
        labels.keySet().removeIf(name -> !regex.matches(name));
        return true;
    }
    throw new IllegalStateException("no action " + action);
  }

  private String joined(Map<String, String> labels) {
    if (sourceLabels.size() == 1) {
      return labels.getOrDefault(sourceLabels.get(0), "");
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < sourceLabels.size(); i++) {
      joined.append(i == 0 ? "" : separator).append(labels.getOrDefault(sourceLabels.get(i), ""));
    }
    return joined.toString();
  }

  private void replace(String value, Map<String, String> labels) {
    Matcher matcher = regex.matcher(value);
    if (!matcher.matches()) {
      return;
    }
    String target = expand(targetLabel, matcher);
    if (Names.isName(target, false)) {
      set(labels, target, expand(replacement, matcher));
    }
  }

  private void map(Map<String, String> labels) {
    Map<String, String> mapped = new TreeMap<>();
    labels.forEach(
        (name, value) -> {
          Matcher matcher = regex.matcher(name);
          if (matcher.matches()) {
            mapped.put(expand(replacement, matcher), value);
          }
        });
    mapped.forEach((name, value) -> set(labels, name, value));
  }

  private static void set(Map<String, String> labels, String name, String value) {
    if (value.isEmpty()) {
      labels.remove(name);
    } else {
      labels.put(name, value);
    }
  }

  /** The last 64 bits of MD5, as Prometheus takes them: shards must fall alike. */
  private long hashMod(String value) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8));
      return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(HASH_OFFSET), modulus);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Puts groups in for {@code $1}, {@code ${1}} and {@code ${name}}; {@code $$} is one dollar. */
  private static String expand(String template, Matcher matcher) {
    if (template.indexOf('$') < 0) {
      return template;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c != '$' || i + 1 == template.length()) {
        text.append(c);
      } else if (template.charAt(i + 1) == '$') {
        text.append('$');
        i++;
      } else {
        i = reference(template, i + 1, matcher, text);
      }
    }
    return text.toString();
  }

  /** Appends the group named at {@code from} and gives the place of the name's last character. */
  private static int reference(String template, int from, Matcher matcher, StringBuilder to) {
    boolean braces = template.charAt(from) == '{';
    int begin = braces ? from + 1 : from;
    int end = begin;
    while (end < template.length() && Names.isNamePart(template.charAt(end), false)) {
      end++;
    }
    if (end == begin || braces && (end == template.length() || template.charAt(end) != '}')) {
      to.append('$');
      return from - 1;
    }
    to.append(group(matcher, template.substring(begin, end)));
    return braces ? end : end - 1;
  }

  private static String group(Matcher matcher, String name) {
    try {
      boolean number = name.length() < 4 && name.chars().allMatch(c -> c >= '0' && c <= '9');
      String found;
      if (number) {
        int index = Integer.parseInt(name);
        found = index <= matcher.groupCount() ? matcher.group(index) : "";
      } else {
        found = matcher.group(name);
      }
      return found == null ? "" : found;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return ""; // the pattern has no such group
    }
  }
}
