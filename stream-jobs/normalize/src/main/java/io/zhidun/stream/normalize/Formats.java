package io.zhidun.stream.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The formats an installation knows, by name. Immutable. */
public final class Formats {
  /** Largest format file read, in characters. */
  private static final int MAX_FILE = 1 << 20;

  private static final String FOLDER = "/io/zhidun/formats/";

  private final Map<String, Format> byName;
  private final NameTable<Format> byProgram;

  private Formats(Map<String, Format> byName) {
    this.byName = byName;
    Map<String, Format> programs = new LinkedHashMap<>();
    byName.values().forEach(f -> f.programs().forEach(program -> programs.put(program, f)));
    this.byProgram = new NameTable<>(programs);
  }

  /** The formats that ship with the product. */
  public static Formats shipped() {
    Loading loading = new Loading();
    for (String name : resource("index").lines().toList()) {
      if (!name.isBlank()) {
        loading.add(resource(name.strip()), name.strip());
      }
    }
    return loading.finish();
  }

  /**
   * The shipped formats and those in a folder, where a file of the same name replaces a shipped
   * one.
   *
   * @throws FormatFault with all faults of all files
   */
  public static Formats withFolder(Path folder) {
    Loading loading = new Loading();
    loading.formats.putAll(shipped().byName);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        loading.add(Files.readString(file), file.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("format folder " + folder + " cannot be read", e);
    }
    return loading.finish();
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  Optional<Format> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The format that reads the messages of the program named in {@code b[from, to)}, or null. */
  @Nullable Format ofProgram(byte[] b, int from, int to) {
    return byProgram.find(b, from, to);
  }

  private static String resource(String name) {
    try (InputStream in = Formats.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new FormatFault("shipped format " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("shipped format " + name + " cannot be read", e);
    }
  }

  /** Collects formats and faults, so that a person sees all faults at once. */
  private static final class Loading {
    final Map<String, Format> formats = new LinkedHashMap<>();
    final List<String> faults = new ArrayList<>();

    void add(String text, String place) {
      try {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_FILE);
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(16);
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(text);
        Format format = Format.of(YamlMap.of(document, place));
        formats.put(format.name(), format);
      } catch (YAMLException e) {
        faults.add(place + ": " + e.getMessage());
      } catch (FormatFault e) {
        faults.addAll(e.faults());
      }
    }

    Formats finish() {
      if (!faults.isEmpty()) {
        throw new FormatFault(faults);
      }
      return new Formats(java.util.Collections.unmodifiableMap(formats));
    }
  }
}
