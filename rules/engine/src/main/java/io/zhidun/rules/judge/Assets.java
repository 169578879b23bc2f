package io.zhidun.rules.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The list of assets, asked by host or service name without case. Immutable. */
public final class Assets {
  /** Fields that name an asset, the most telling first. */
  private static final List<String> FIELDS = List.of("host.name", "service.name");

  private final Map<String, Asset> byName;

  private Assets(Map<String, Asset> byName) {
    this.byName = byName;
  }

  /** No assets. */
  public static Assets empty() {
    return new Assets(Map.of());
  }

  /**
   * Reads {@code assets: [{name, system, level, zone, owner}]}; {@code name} may be a list.
   *
   * @throws IllegalArgumentException naming file, asset and value
   */
  public static Assets parse(String path, String text) {
    Map<String, Asset> byName = new LinkedHashMap<>();
    YamlSection whole = YamlSection.parse(path, text);
    for (YamlSection entry : whole.sections("assets")) {
      for (String name : entry.texts("name")) {
        Asset asset =
            new Asset(
                name,
                entry.text("system", ""),
                entry.number("level"),
                entry.text("zone", ""),
                entry.text("owner", ""));
        if (byName.put(key(name), asset) != null) {
          throw new IllegalArgumentException(path + ": asset \"" + name + "\" stands there twice");
        }
      }
    }
    return new Assets(Map.copyOf(byName));
  }

  /** Reads a file as {@link #parse} does. */
  public static Assets load(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /** The asset with a name, or {@link Asset#UNKNOWN}. */
  public Asset find(String name) {
    return byName.getOrDefault(key(name), Asset.UNKNOWN);
  }

  /** The asset that something happened on; {@code fields} gives a field's value or null. */
  public Asset of(Function<String, @Nullable String> fields) {
    for (String field : FIELDS) {
      String name = fields.apply(field);
      Asset asset = name == null ? Asset.UNKNOWN : find(name);
      if (asset.isKnown()) {
        return asset;
      }
    }
    return Asset.UNKNOWN;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
