package io.zhidun.rules.match;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import io.zhidun.rules.TestEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Rules and events over a small alphabet, so that they meet often. The same for a seed. */
final class RandomSigma {
  private static final List<String> FIELDS = List.of("f0", "f1", "f2", "f3");
  private static final List<String> PIECES =
      List.of(
          "a", "b", "AB", "ba", "-a", " /b", "É", "é", "ſ", "s", "K", "k", "中文", "😀", "İ", "i",
          "\\", "1", "0", "10");
  private static final List<String> MODIFIERS =
      List.of(
          "",
          "",
          "",
          "|contains",
          "|contains",
          "|startswith",
          "|endswith",
          "|contains|all",
          "|cased",
          "|contains|cased",
          "|neq",
          "|windash|contains",
          "|gte",
          "|lt",
          "|exists",
          "|hour",
          "|week|gte",
          "|year|lt",
          "|base64offset|contains",
          "|wide|contains",
          "|fieldref",
          "|fieldref|contains",
          "|re",
          "|re|i",
          "|re|i|s");
  private static final List<String> EXPRESSIONS =
      List.of(
          "ab?",
          "^a",
          "b$",
          "(a|b)1",
          "[^a]b",
          "[a-b]{2,3}",
          "\\bab",
          "a\\B",
          "(?i)k",
          "s.",
          "^$",
          "1(0|)b*$",
          "\\w\\W\\w",
          "(?:a|ab|É)+i",
          "\\d{2}",
          "\\s/b",
          "[\\-/]B",
          "a.*b.*1",
          "(?P<x>b)a",
          "中.",
          "A{2,}",
          "^[^b]*$",
          "b\\+|10",
          "(?s)a.b",
          "(?-i)b",
          "x?a{0,1}b");
  private static final List<String> CONDITIONS =
      List.of(
          "a",
          "a and b",
          "a or b",
          "a and not b",
          "not a",
          "not (a or b) or c",
          "1 of *",
          "all of them",
          "a and (b or not c)",
          "1 of a* and not all of b*",
          "not a and c");

  private final Random random;

  RandomSigma(long seed) {
    this.random = new Random(seed);
  }

  String rule(int number) {
    StringBuilder searches = new StringBuilder();
    for (String name : List.of("a", "b", "c")) {
      searches.append(searches.isEmpty() ? "" : "    ").append(name).append(':');
      searches.append(search()).append('\n');
    }
    return EventMatcherTest.rule(number, searches.toString().strip(), pick(CONDITIONS));
  }

  private String search() {
    if (random.nextInt(8) == 0) {
      return "\n        - " + pattern() + "\n        - " + pattern();
    }
    StringBuilder map = new StringBuilder();
    List<String> keys = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      String key = pick(FIELDS) + pick(MODIFIERS);
      if (!keys.contains(key)) {
        keys.add(key);
        map.append("\n        ").append(key).append(": ").append(values(key));
      }
    }
    return map.toString();
  }

  private String values(String key) {
    if (key.contains("|hour")) {
      return Integer.toString(random.nextInt(24));
    }
    if (key.contains("|week")) {
      return Integer.toString(1 + random.nextInt(53));
    }
    if (key.contains("|year")) {
      return Integer.toString(2020 + random.nextInt(10));
    }
    if (key.contains("|gte") || key.contains("|lt")) {
      return Integer.toString(random.nextInt(12));
    }
    if (key.contains("|exists")) {
      return Boolean.toString(random.nextBoolean());
    }
    if (key.contains("|re")) {
      return "'" + pick(EXPRESSIONS) + "'";
    }
    if (key.contains("|fieldref")) {
      return pick(FIELDS);
    }
    if (key.contains("|base64") || key.contains("|wide")) {
      return "'" + pick(List.of("a", "ab", "ba1", "Éa")) + "'";
    }
    boolean plain = key.indexOf('|') < 0;
    if (plain && random.nextInt(6) == 0) {
      return pick(List.of("null", "''", "1", "10", "1.0", "true"));
    }
    return random.nextInt(3) == 0 || key.contains("|all")
        ? "[" + pattern() + ", " + pattern() + "]"
        : pattern();
  }

  private String pattern() {
    StringBuilder text = new StringBuilder(pick(PIECES));
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(random.nextInt(3) == 0 ? pick(List.of("*", "?", "\\*", "\\\\")) : pick(PIECES));
    }
    return "'" + text + "'";
  }

  Event event() {
    Event event = new Event();
    for (String field : FIELDS) {
      for (int i = random.nextInt(4) - 1; i > 0; i--) {
        put(event, FieldNames.id(field));
      }
    }
    return event;
  }

  private void put(Event event, int field) {
    switch (random.nextInt(9)) {
      case 0 -> event.put(field, ValueType.NULL, bytes("null"));
      case 1 -> event.put(field, ValueType.BOOL, bytes(random.nextBoolean() ? "true" : "false"));
      case 2 ->
          event.put(
              field,
              ValueType.NUMBER,
              bytes(pick(List.of("1", "10", "1.0", "1e1", "-0", "0", "11", "0.5", "100e-2"))));
      case 3 -> event.put(field, ValueType.TEXT, broken());
      case 4 -> event.put(field, text());
      case 5 -> event.put(field, time());
      default -> {
        String json = TestEvents.toJson(text());
        event.put(field, ValueType.ESCAPED, bytes(json.substring(1, json.length() - 1)));
      }
    }
  }

  /** A time stamp, sometimes one that cannot be. */
  private String time() {
    return String.format(
        Locale.ROOT,
        pick(
            List.of(
                "%04d-%02d-%02dT%02d:%02d:07Z",
                "%04d-%02d-%02d %02d:%02d",
                "%04d-%02d-%02dt%02d:%02d+08:00",
                "%04d-%02d-%02dx%02d:%02d")),
        2019 + random.nextInt(12),
        random.nextInt(14),
        random.nextInt(33),
        random.nextInt(25),
        random.nextInt(61));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(pick(PIECES));
    }
    return random.nextInt(10) == 0 ? text + "*?YWI=YWJhMQ" : text.toString();
  }

  /** Text with bytes that are no UTF-8. */
  private byte[] broken() {
    byte[] bytes = bytes(text() + "é中😀");
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
