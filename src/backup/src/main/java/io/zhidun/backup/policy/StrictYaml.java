package io.zhidun.backup.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a YAML file of ours: plain values, no doubled members, nothing unknown. */
public final class StrictYaml {
  private static final int MOST_CHARACTERS = 1 << 20;

  private StrictYaml() {}

  /**
   * @param place the file's name, for messages
   * @param read makes the value; is told of no fault, but the value is only given where none was
   * @throws IllegalArgumentException listing all faults, a line each
   */
  public static <T> T read(String text, String place, Function<Section, T> read) {
    List<String> faults = new ArrayList<>();
    T value = null;
    try {
      Section root = new Section(place, load(text), faults);
      value = read.apply(root);
      root.requireNothingElse();
    } catch (YAMLException e) {
      faults.add(place + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      if (faults.isEmpty()) {
        faults.add(place + ": " + e.getMessage());
      }
    }
    if (!faults.isEmpty() || value == null) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return value;
  }

  private static Object load(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(MOST_CHARACTERS);
    return new Yaml(new SafeConstructor(options)).load(text);
  }
}
