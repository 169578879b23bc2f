package io.zhidun.simulator.market.world;

import io.zhidun.simulator.market.text.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The characters that marks are made of, by their toneless reading, and which look alike. */
final class Syllables {
  private static final List<String> READINGS = new ArrayList<>();
  private static final List<String[]> CHARACTERS = new ArrayList<>();
  private static final Map<String, Integer> BY_CHARACTER = new HashMap<>();
  private static final Map<String, String> LOOK_ALIKES = new HashMap<>();

  static {
    for (String line : Resource.lines(Syllables.class, "syllables.txt")) {
      String[] parts = line.split(" ", 2);
      String[] characters = parts[1].split(",", -1);
      for (String character : characters) {
        BY_CHARACTER.putIfAbsent(character, READINGS.size());
      }
      READINGS.add(parts[0]);
      CHARACTERS.add(characters);
    }
    for (String line : Resource.lines(Syllables.class, "lookalikes.txt")) {
      for (String pair : line.split(" ", -1)) {
        LOOK_ALIKES.putIfAbsent(pair.substring(0, 1), pair.substring(1));
        LOOK_ALIKES.putIfAbsent(pair.substring(1), pair.substring(0, 1));
      }
    }
  }

  private Syllables() {}

  static String any(RandomGenerator random) {
    String[] characters = CHARACTERS.get(random.nextInt(CHARACTERS.size()));
    return characters[random.nextInt(characters.length)];
  }

  /** Toneless, without the differences that many speakers do not make; null where unknown. */
  static @Nullable String reading(String character) {
    Integer index = BY_CHARACTER.get(character);
    return index == null ? null : blurred(READINGS.get(index));
  }

  /** Readings in one string, such as lanzeyu. */
  static String spelled(String text) {
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      Integer index = BY_CHARACTER.get(text.substring(i, i + 1));
      spelled.append(index == null ? "" : READINGS.get(index));
    }
    return spelled.toString();
  }

  /** Another character of the same reading, or null. */
  static @Nullable String homophone(String character, RandomGenerator random) {
    Integer index = BY_CHARACTER.get(character);
    return index == null ? null : other(CHARACTERS.get(index), character, random);
  }

  /** A character of a reading that is nearly the same, or null. */
  static @Nullable String nearHomophone(String character, RandomGenerator random) {
    Integer index = BY_CHARACTER.get(character);
    if (index == null) {
      return null;
    }
    String blurred = blurred(READINGS.get(index));
    List<String> near = new ArrayList<>();
    for (int i = 0; i < READINGS.size(); i++) {
      if (i != index && blurred(READINGS.get(i)).equals(blurred)) {
        near.addAll(List.of(CHARACTERS.get(i)));
      }
    }
    return near.isEmpty() ? null : near.get(random.nextInt(near.size()));
  }

  static @Nullable String lookAlike(String character) {
    return LOOK_ALIKES.get(character);
  }

  private static @Nullable String other(
      String[] characters, String character, RandomGenerator random) {
    String found = characters[random.nextInt(characters.length)];
    for (int i = 0; i < characters.length && found.equals(character); i++) {
      found = characters[i];
    }
    return found.equals(character) ? null : found;
  }

  private static String blurred(String reading) {
    String blurred = reading.replace("zh", "z").replace("ch", "c").replace("sh", "s");
    blurred = blurred.endsWith("ng") ? blurred.substring(0, blurred.length() - 1) : blurred;
    return blurred.startsWith("n") ? "l" + blurred.substring(1) : blurred;
  }
}
