package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.storm.StormSetting;
import io.zhidun.cause.topology.EdgeKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a setting; a fault names file, place and value. */
final class SettingFile {
  private static final String SHIPPED = "/io/zhidun/cause/setting.yml";

  private final String name;
  private final Map<String, Object> root;

  private SettingFile(String name, Map<String, Object> root) {
    this.name = name;
    this.root = root;
  }

  static CauseSetting shipped() {
    try (InputStream in = SettingFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is not on the class path");
      }
      return read("setting.yml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CauseSetting read(String name, String text) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    SettingFile file = new SettingFile(name, mapping(name, loaded));
    try {
      return file.setting();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          message.startsWith(name) ? message : name + ": " + message, e);
    }
  }

  private CauseSetting setting() {
    SettingFile decay = section("decay");
    return new CauseSetting(
        whole("version"),
        section("storm").storm(),
        section("fault").numbers(EdgeKind.class),
        section("back").numbers(EdgeKind.class),
        section("load").numbers(EdgeKind.class),
        section("own").numbers(Signal.class),
        section("weights").numbers(Part.class),
        number("silent"),
        decay.duration("earliest"),
        decay.duration("change"),
        decay.duration("slack"),
        decay.duration("cascade"));
  }

  private StormSetting storm() {
    Map<EdgeKind, Integer> steps = new EnumMap<>(EdgeKind.class);
    section("steps").numbers(EdgeKind.class).forEach((kind, n) -> steps.put(kind, n.intValue()));
    return new StormSetting(
        duration("window"),
        whole("reach"),
        duration("allowance"),
        duration("ahead"),
        duration("longest"),
        duration("lookback"),
        whole("facts"),
        steps);
  }

  private SettingFile section(String key) {
    return new SettingFile(name + ": " + key, mapping(name + ": " + key, root.get(key)));
  }

  private int whole(String key) {
    if (root.get(key) instanceof Integer number) {
      return number;
    }
    throw fault(key, "must be a whole number");
  }

  private double number(String key) {
    if (root.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw fault(key, "must be a number");
  }

  private Duration duration(String key) {
    try {
      return Duration.parse(String.valueOf(root.get(key)));
    } catch (DateTimeParseException e) {
      throw fault(key, "must be a duration such as PT5M");
    }
  }

  private <K extends Enum<K>> Map<K, Double> numbers(Class<K> keys) {
    Map<K, Double> numbers = new EnumMap<>(keys);
    root.forEach(
        (key, value) -> {
          if (!(value instanceof Number number)) {
            throw fault(key, "must be a number");
          }
          numbers.put(constant(keys, key), number.doubleValue());
        });
    return numbers;
  }

  private <K extends Enum<K>> K constant(Class<K> type, String key) {
    try {
      return Enum.valueOf(type, key);
    } catch (IllegalArgumentException e) {
      throw fault(key, "is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
  }

  private IllegalArgumentException fault(String key, String rule) {
    return new IllegalArgumentException(name + ": " + key + " " + rule + ", was " + root.get(key));
  }

  private static Map<String, Object> mapping(String place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(place + " must be a mapping, was " + value);
    }
    Map<String, Object> members = new HashMap<>();
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
    return members;
  }
}
