package io.zhidun.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A Sigma rule evaluated as plainly as the specification reads: texts, regular expressions, no
 * index. Shares no code with the engine; what both say of a rule and an event must be equal.
 */
public final class NaiveRule {
  private final Map<String, Predicate<Map<String, List<Object>>>> searches = new TreeMap<>();
  private final List<Predicate<Map<String, List<Object>>>> conditions = new ArrayList<>();
  private final @Nullable Object logsource;

  private final Map<String, List<String>> lists;

  public NaiveRule(String yaml) {
    this(yaml, Map.of());
  }

  /**
   * @param lists what stands behind placeholders, by name
   */
  public NaiveRule(String yaml, Map<String, List<String>> lists) {
    this((Map<?, ?>) new Yaml().load(yaml), lists);
  }

  public NaiveRule(Map<?, ?> rule) {
    this(rule, Map.of());
  }

  private NaiveRule(Map<?, ?> rule, Map<String, List<String>> lists) {
    this.lists = lists;
    logsource = rule.get("logsource");
    Map<?, ?> detection = (Map<?, ?>) Objects.requireNonNull(rule.get("detection"));
    detection.forEach(
        (name, content) -> {
          if (!name.equals("condition")) {
            searches.put(name.toString(), search(content));
          }
        });
    Object condition = Objects.requireNonNull(detection.get("condition"));
    (condition instanceof List<?> list ? list : List.of(condition))
        .forEach(item -> conditions.add(new Condition(item.toString()).read()));
  }

  /** What it reads, as written. */
  public @Nullable Object logsource() {
    return logsource;
  }

  /** Whether it is true of an event: values by field; a null value stands for JSON null. */
  public boolean matches(Map<String, List<Object>> event) {
    return any(conditions, event);
  }

  private Predicate<Map<String, List<Object>>> search(Object content) {
    if (content instanceof Map<?, ?> map) {
      List<Predicate<Map<String, List<Object>>>> all = new ArrayList<>();
      map.forEach((key, value) -> all.add(item(key.toString(), value)));
      return event -> all(all, event);
    }
    if (content instanceof List<?> list) {
      List<Predicate<Map<String, List<Object>>>> any = new ArrayList<>();
      list.forEach(item -> any.add(item instanceof Map<?, ?> ? search(item) : item("", item)));
      return event -> any(any, event);
    }
    return item("", content);
  }

  private Predicate<Map<String, List<Object>>> item(String key, Object value) {
    List<String> parts = List.of(key.split("\\|", -1));
    List<String> modifiers = parts.subList(1, parts.size());
    String field = parts.get(0);
    List<Predicate<Map<String, List<Object>>>> tests = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (value instanceof List<?> list) {
      values.addAll(list);
    } else {
      values.add(value);
    }
    if (modifiers.contains("expand")) {
      List<String> expanded = new ArrayList<>();
      values.forEach(one -> expand(one.toString(), expanded));
      values.clear();
      values.addAll(expanded);
    }
    values.forEach(one -> tests.add(test(field, modifiers, one)));
    boolean all = modifiers.contains("all");
    Predicate<Map<String, List<Object>>> joined =
        event -> all ? all(tests, event) : any(tests, event);
    return modifiers.contains("neq") ? joined.negate() : joined;
  }

  /** Puts each value of a list in the place of the first placeholder, and so on. */
  private void expand(String value, List<String> all) {
    Matcher place = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)%([^%]+)%").matcher(value);
    if (!place.find()) {
      all.add(value.replace("\\%", "%"));
      return;
    }
    String head = value.substring(0, place.end(1));
    for (String one : Objects.requireNonNull(lists.get(place.group(2)))) {
      expand(head + one + value.substring(place.end()), all);
    }
  }

  private static Predicate<Map<String, List<Object>>> test(
      String field, List<String> modifiers, Object wanted) {
    if (modifiers.contains("exists")) {
      return event -> event.containsKey(field) == Boolean.parseBoolean(wanted.toString());
    }
    if (wanted == null) {
      return event -> !event.containsKey(field) || event.get(field).contains(null);
    }
    if (modifiers.contains("fieldref")) {
      return event ->
          any(event, field, a -> any(event, wanted.toString(), b -> related(modifiers, a, b)));
    }
    Predicate<Object> holds = holds(field.isEmpty(), modifiers, wanted);
    if (field.isEmpty()) {
      return event -> event.keySet().stream().anyMatch(name -> any(event, name, holds));
    }
    return event -> any(event, field, holds);
  }

  private static boolean any(
      Map<String, List<Object>> event, String field, Predicate<Object> holds) {
    for (Object value : event.getOrDefault(field, List.of())) {
      if (value != null && holds.test(value)) {
        return true;
      }
    }
    return false;
  }

  private static <T> boolean any(List<Predicate<T>> tests, T value) {
    for (Predicate<T> test : tests) {
      if (test.test(value)) {
        return true;
      }
    }
    return false;
  }

  private static <T> boolean all(List<Predicate<T>> tests, T value) {
    for (Predicate<T> test : tests) {
      if (!test.test(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean related(List<String> modifiers, Object a, Object b) {
    return glob(b.toString(), true, modifiers, false).matches(a.toString());
  }

  private static Predicate<Object> holds(boolean keyword, List<String> modifiers, Object wanted) {
    for (String part : List.of("minute", "hour", "day", "week", "month", "year")) {
      if (modifiers.contains(part)) {
        BigDecimal bound = new BigDecimal(wanted.toString());
        String comparison =
            modifiers.stream()
                .filter(List.of("lt", "lte", "gt", "gte")::contains)
                .findFirst()
                .orElse("eq");
        return value -> {
          Integer number = value instanceof String text ? timePart(part, text) : null;
          return number != null && compares(number, bound, comparison);
        };
      }
    }
    for (String comparison : List.of("lt", "lte", "gt", "gte")) {
      if (modifiers.contains(comparison)) {
        BigDecimal bound = new BigDecimal(wanted.toString());
        return value -> compares(value, bound, comparison);
      }
    }
    if (modifiers.contains("re")) {
      int flags =
          (modifiers.contains("i") ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0)
              | (modifiers.contains("m") ? com.google.re2j.Pattern.MULTILINE : 0)
              | (modifiers.contains("s") ? com.google.re2j.Pattern.DOTALL : 0);
      com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile(wanted.toString(), flags);
      return value -> pattern.matcher(value.toString()).find();
    }
    if (modifiers.contains("cidr")) {
      return value -> NaiveCidr.contains(wanted.toString(), value.toString());
    }
    boolean plain = modifiers.stream().allMatch("neq"::equals);
    if (wanted instanceof Number && plain && !keyword) {
      BigDecimal number = new BigDecimal(wanted.toString());
      return value -> compares(value, number, "eq");
    }
    return texts(keyword, modifiers, wanted.toString());
  }

  /** A part of an ISO 8601 time with at least minutes, or null. */
  private static @Nullable Integer timePart(String part, String text) {
    Matcher time =
        Pattern.compile("(?s)(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)([:Zz+-].*)?").matcher(text);
    if (!time.matches()) {
      return null;
    }
    try {
      LocalDateTime written =
          LocalDateTime.of(LocalDate.parse(time.group(1)), LocalTime.parse(time.group(2)));
      return switch (part) {
        case "minute" -> written.getMinute();
        case "hour" -> written.getHour();
        case "day" -> written.getDayOfMonth();
        case "week" -> written.get(WeekFields.ISO.weekOfWeekBasedYear());
        case "month" -> written.getMonthValue();
        default -> written.getYear();
      };
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static boolean compares(Object value, BigDecimal bound, String comparison) {
    String text = value.toString();
    if (value instanceof Boolean
        || text.length() > 40
        || !text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
      return false;
    }
    int sign = new BigDecimal(text).compareTo(bound);
    return switch (comparison) {
      case "lt" -> sign < 0;
      case "lte" -> sign <= 0;
      case "gt" -> sign > 0;
      case "gte" -> sign >= 0;
      default -> sign == 0;
    };
  }

  private static Predicate<Object> texts(boolean keyword, List<String> modifiers, String wanted) {
    List<NaiveGlob> globs = new ArrayList<>();
    if (encodes(modifiers)) {
      List<String> without = new ArrayList<>(modifiers);
      boolean dashes = without.remove("windash");
      String text = wanted.replaceAll("\\\\([\\\\*?])", "$1");
      for (String form : dashes ? dashed(text) : List.of(text)) {
        encoded(modifiers, form).forEach(one -> globs.add(glob(one, true, without, false)));
      }
    } else {
      globs.add(glob(wanted, false, modifiers, keyword));
    }
    return value -> globs.stream().anyMatch(one -> one.matches(value.toString()));
  }

  private static NaiveGlob glob(
      String wanted, boolean raw, List<String> modifiers, boolean keyword) {
    boolean contains = keyword || modifiers.contains("contains");
    return new NaiveGlob(
        wanted,
        raw,
        modifiers.contains("windash"),
        modifiers.contains("cased"),
        contains || modifiers.contains("endswith"),
        contains || modifiers.contains("startswith"));
  }

  private static boolean encodes(List<String> modifiers) {
    return modifiers.stream()
        .anyMatch(
            List.of("base64", "base64offset", "wide", "utf16", "utf16le", "utf16be")::contains);
  }

  /** Each flag's dash in each form, in all their combinations. */
  private static List<String> dashed(String text) {
    Matcher dash = Pattern.compile("(?<![\\p{L}\\p{N}_])[-/–—―](?=[\\p{L}\\p{N}_])").matcher(text);
    if (!dash.find()) {
      return List.of(text);
    }
    List<String> all = new ArrayList<>();
    for (String one : List.of("-", "/", "–", "—", "―")) {
      dashed(text.substring(dash.end()))
          .forEach(rest -> all.add(text.substring(0, dash.start()) + one + rest));
    }
    return all;
  }

  private static List<String> encoded(List<String> modifiers, String text) {
    List<String> forms = new ArrayList<>();
    encode(modifiers, text.getBytes(StandardCharsets.UTF_8), forms);
    return forms;
  }

  /** Applies one modifier after the other, as they are written. */
  private static void encode(List<String> modifiers, byte[] bytes, List<String> forms) {
    if (modifiers.isEmpty()) {
      forms.add(new String(bytes, StandardCharsets.UTF_8));
      return;
    }
    List<String> rest = modifiers.subList(1, modifiers.size());
    String text = new String(bytes, StandardCharsets.UTF_8);
    switch (modifiers.get(0)) {
      case "wide", "utf16le" -> encode(rest, text.getBytes(StandardCharsets.UTF_16LE), forms);
      case "utf16be" -> encode(rest, text.getBytes(StandardCharsets.UTF_16BE), forms);
      case "utf16" -> encode(rest, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), forms);
      case "base64" -> encode(rest, Base64.getEncoder().encode(bytes), forms);
      case "base64offset" ->
          IntStream.range(0, 3)
              .forEach(
                  offset ->
                      encode(
                          rest, shifted(bytes, offset).getBytes(StandardCharsets.US_ASCII), forms));
      default -> encode(rest, bytes, forms);
    }
  }

  /** The characters that are the same whatever stands before and behind. */
  private static String shifted(byte[] bytes, int offset) {
    byte[] low = new byte[offset + bytes.length + 3];
    byte[] high = new byte[offset + bytes.length + 3];
    java.util.Arrays.fill(high, (byte) 0xff);
    System.arraycopy(bytes, 0, low, offset, bytes.length);
    System.arraycopy(bytes, 0, high, offset, bytes.length);
    String one = Base64.getEncoder().encodeToString(low);
    String other = Base64.getEncoder().encodeToString(high);
    int from = (offset * 8 + 5) / 6;
    int to = (offset + bytes.length) * 8 / 6;
    String common = one.substring(from, to);
    if (!common.equals(other.substring(from, to))) {
      throw new IllegalStateException("the middle depends on its surroundings");
    }
    return common;
  }

  /** The condition language, read once. */
  private final class Condition {
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Condition(String text) {
      Matcher matcher = Pattern.compile("[()]|[^\\s()]+").matcher(text);
      while (matcher.find()) {
        tokens.add(matcher.group());
      }
    }

    Predicate<Map<String, List<Object>>> read() {
      Predicate<Map<String, List<Object>>> whole = or();
      if (at != tokens.size()) {
        throw new IllegalArgumentException("rest at " + tokens.get(at));
      }
      return whole;
    }

    private Predicate<Map<String, List<Object>>> or() {
      Predicate<Map<String, List<Object>>> any = and();
      while (takes("or")) {
        any = any.or(and());
      }
      return any;
    }

    private Predicate<Map<String, List<Object>>> and() {
      Predicate<Map<String, List<Object>>> all = not();
      while (takes("and")) {
        all = all.and(not());
      }
      return all;
    }

    private Predicate<Map<String, List<Object>>> not() {
      return takes("not") ? not().negate() : primary();
    }

    private Predicate<Map<String, List<Object>>> primary() {
      if (takes("(")) {
        Predicate<Map<String, List<Object>>> inner = or();
        takes(")");
        return inner;
      }
      String word = tokens.get(at++);
      if (at < tokens.size() && tokens.get(at).equalsIgnoreCase("of")) {
        at++;
        return quantified(word.equalsIgnoreCase("all"), tokens.get(at++));
      }
      return Objects.requireNonNull(searches.get(word));
    }

    private Predicate<Map<String, List<Object>>> quantified(boolean all, String pattern) {
      String names = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
      boolean them = pattern.toLowerCase(Locale.ROOT).equals("them");
      List<Predicate<Map<String, List<Object>>>> named = new ArrayList<>();
      searches.forEach(
          (name, search) -> {
            if (them ? !name.startsWith("_") : name.matches(names)) {
              named.add(search);
            }
          });
      return event -> all ? all(named, event) : any(named, event);
    }

    private boolean takes(String word) {
      if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
        at++;
        return true;
      }
      return false;
    }
  }
}
