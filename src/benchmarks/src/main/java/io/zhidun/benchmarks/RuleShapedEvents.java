package io.zhidun.benchmarks;

import io.zhidun.events.Json;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.sigma.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Events made of what rules ask for, so that many rules nearly match and some do: values of a few
 * rules' atoms, whole, cut, in other letters and with text around. The same for a seed.
 */
final class RuleShapedEvents {
  private final List<List<Atom>> atoms = new ArrayList<>();
  private final Random random;

  RuleShapedEvents(List<Rule> rules, long seed) {
    this.random = new Random(seed);
    for (Rule rule : rules) {
      if (!rule.isCorrelation()) {
        List<Atom> asked = new ArrayList<>();
        rule.requireCondition().atoms(asked::add);
        atoms.add(asked);
      }
    }
  }

  List<SigmaEvent> take(int count) {
    List<SigmaEvent> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(SigmaEvent.windows(next()));
    }
    return events;
  }

  private byte[] next() {
    Map<String, Object> event = new LinkedHashMap<>();
    for (int rule = 1 + random.nextInt(3); rule > 0; rule--) {
      for (Atom atom : atoms.get(random.nextInt(atoms.size()))) {
        if (random.nextInt(3) > 0) {
          put(event, atom.isKeyword() ? "message" : atom.field(), value(atom));
        }
      }
    }
    return Json.mapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
  }

  /** Of several values of a field one wins, both stand in one text, or the event lists them. */
  private void put(Map<String, Object> event, String field, Object value) {
    Object known = event.get(field);
    if (known == null) {
      event.put(field, value);
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> event.put(field, value);
      case 1 -> event.put(field, List.of(text(known), text(value)));
      default -> event.put(field, text(known) + " " + text(value));
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> list ? String.valueOf(list.get(0)) : value.toString();
  }

  private Object value(Atom atom) {
    String text = atom.expected().replace("*", random.nextBoolean() ? "" : "x").replace('?', 'y');
    text = text.replace("\\\\", "\\");
    if (text.matches("[1-9][0-9]{0,8}") && random.nextBoolean()) {
      return Long.parseLong(text);
    }
    text =
        switch (random.nextInt(6)) {
          case 0 -> text.toUpperCase(Locale.ROOT);
          case 1 -> text.toLowerCase(Locale.ROOT);
          case 2 -> text.isEmpty() ? text : text.substring(1);
          default -> text;
        };
    if (atom.operator().contains("contains")) {
      return (random.nextBoolean() ? "a" : "") + text + (random.nextBoolean() ? " é" : "");
    }
    if (atom.operator().contains("endswith")) {
      return (random.nextBoolean() ? "C:\\Windows" : "") + text;
    }
    return atom.operator().contains("startswith") ? text + " -z" : text;
  }
}
