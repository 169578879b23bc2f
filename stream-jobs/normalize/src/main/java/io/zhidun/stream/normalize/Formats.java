package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
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

  private static final int DATASET = FieldNames.id("event.dataset");
  private static final int PROGRAM = FieldNames.id("process.name");
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

  /**
   * What kind of log each format reads, by its name; {@link LogSource#ANY} for one that reads
   * several.
   */
  public Map<String, LogSource> logSources() {
    Map<String, LogSource> sources = new LinkedHashMap<>();
    byName.forEach((name, format) -> sources.put(name, format.logSource()));
    return sources;
  }

  /** The syslog programs that each format reads where lines are mixed, by its name. */
  public Map<String, List<String>> programs() {
    Map<String, List<String>> programsByName = new LinkedHashMap<>();
    byName.forEach((name, format) -> programsByName.put(name, format.programs()));
    return programsByName;
  }

  /** Names of the formats whose lines are mixed: the program chooses another format. */
  public List<String> mixed() {
    return byName.values().stream().filter(Formats::isMixed).map(Format::name).toList();
  }

  private static boolean isMixed(Format format) {
    return format.envelope() && format.shapes().isEmpty();
  }

  /**
   * The kind of log that an event of ours came from: that of its format, which mixed lines choose
   * by their program. {@link LogSource#ANY} where the event does not say.
   */
  public LogSource logSource(Event event) {
    String dataset = event.text(DATASET);
    Format format = dataset == null ? null : byName.get(dataset);
    if (format == null) {
      return LogSource.ANY;
    }
    int program = event.first(PROGRAM);
    if (!isMixed(format) || program < 0) {
      return format.logSource();
    }
    Format chosen = ofProgram(event.data(program), event.from(program), event.to(program));
    return (chosen == null ? format : chosen).logSource();
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
