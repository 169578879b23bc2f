package io.zhidun.rules.filings.mark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Words that carry little of a mark, from {@code weak-words.yml}: affixes that firms add, and words
 * that describe goods. Immutable.
 */
final class WeakWords {

  private static final String FILE = "weak-words.yml";
  private static final Map<String, Set<String>> LISTS = load();

  private WeakWords() {}

  static Set<String> affixes() {
    return LISTS.getOrDefault("affixes", Set.of());
  }

  /** Folded, as {@link MarkText#folded()} gives them. */
  static Set<String> descriptive() {
    return LISTS.getOrDefault("descriptive", Set.of());
  }

  private static Map<String, Set<String>> load() {
    try (InputStream in = WeakWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      Map<String, List<String>> lists = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, Set<String>> sets = new java.util.HashMap<>();
      lists.forEach((name, words) -> sets.put(name, Set.copyOf(words)));
      return Map.copyOf(sets);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
