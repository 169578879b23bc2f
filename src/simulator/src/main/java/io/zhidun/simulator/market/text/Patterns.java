package io.zhidun.simulator.market.text;

import java.util.ArrayList;
import java.util.List;

/** Sentence patterns by what they say. */
final class Patterns {
  private static final List<String> LINES = Resource.lines(Patterns.class, "patterns.txt");

  static final Pattern[] OPENINGS = section("open");
  static final Pattern[] PARTS = section("part");
  static final Pattern[] STEPS = section("step");
  static final Pattern[] EFFECTS = section("effect");
  static final Pattern[] BACKGROUNDS = section("back");
  static final Pattern[] EMBODIMENTS = section("embody");
  static final Pattern[] CLAIMS = section("claim");
  static final String[] STANDARD = lines("boiler").toArray(String[]::new);
  static final Pattern[] LEADS = parse(List.of(General.LEADS));

  private Patterns() {}

  private static Pattern[] section(String name) {
    return parse(lines(name));
  }

  private static Pattern[] parse(List<String> lines) {
    return lines.stream().map(Pattern::parse).toArray(Pattern[]::new);
  }

  private static List<String> lines(String section) {
    List<String> found = new ArrayList<>();
    boolean inside = false;
    for (String line : LINES) {
      if (line.startsWith("= ")) {
        inside = line.equals("= " + section);
      } else if (inside) {
        found.add(line);
      }
    }
    return found;
  }
}
