package io.zhidun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A rule on a field that no format gives would never fire and never be missed. */
class RuleFieldsTest {
  private static final Path FORMATS =
      Path.of("../../stream-jobs/normalize/src/main/resources/io/zhidun/formats");
  private static final Pattern CAPTURE = Pattern.compile("<([a-z@][A-Za-z0-9_.]+)(:[a-z0-9:]+)?>");

  /** What the normaliser itself gives. */
  private static final Set<String> COMMON =
      Set.of(
          "event.original",
          "event.dataset",
          "message",
          "host.name",
          "process.name",
          "process.pid",
          "url.path",
          "url.query");

  @Test
  void everyFieldOfARuleIsGivenByAFormat() throws IOException {
    Set<String> given = given();
    for (String path : Catalog.files()) {
      if (path.endsWith(".yml") && !path.endsWith(".cases.yml") && !path.startsWith("judge/")) {
        Set<String> asked = new TreeSet<>();
        yaml().loadAll(Catalog.text(path)).forEach(document -> asked(document, asked));
        assertThat(given).as(path).containsAll(asked);
      }
    }
  }

  private static Set<String> given() throws IOException {
    Set<String> given = new HashSet<>(COMMON);
    try (Stream<Path> files = Files.list(FORMATS)) {
      files
          .filter(file -> file.toString().endsWith(".yml"))
          .forEach(file -> addFormat(file, given));
    }
    return given;
  }

  private static void addFormat(Path file, Set<String> given) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Matcher captures = CAPTURE.matcher(text);
    while (captures.find()) {
      given.add(captures.group(1));
    }
    Map<?, ?> format = map(yaml().load(text));
    map(format.get("fields")).values().forEach(field -> given.add(field.toString()));
    map(map(format.get("kv")).get("fields"))
        .values()
        .forEach(field -> given.add(field.toString().split(":", 2)[0]));
    map(format.get("set")).keySet().forEach(field -> given.add(field.toString()));
    items(format.get("derive")).forEach(one -> given.add(map(one).get("field").toString()));
    items(format.get("patterns"))
        .forEach(one -> map(map(one).get("set")).keySet().forEach(f -> given.add(f.toString())));
  }

  private static void asked(Object document, Set<String> asked) {
    Map<?, ?> rule = map(document);
    map(rule.get("detection")).values().forEach(part -> names(part, asked));
    Map<?, ?> correlation = map(rule.get("correlation"));
    map(correlation.get("aliases"))
        .values()
        .forEach(byRule -> map(byRule).values().forEach(field -> asked.add(field.toString())));
    Set<?> aliases = map(correlation.get("aliases")).keySet();
    items(correlation.get("group-by")).stream()
        .filter(field -> !aliases.contains(field))
        .forEach(field -> asked.add(field.toString()));
    Object counted = map(correlation.get("condition")).get("field");
    if (counted != null) {
      asked.add(counted.toString());
    }
    Map<?, ?> own = map(rule.get("zhidun"));
    items(own.get("group-by")).forEach(field -> asked.add(field.toString()));
  }

  private static void names(@Nullable Object part, Set<String> asked) {
    items(part).forEach(item -> names(item, asked));
    map(part).keySet().forEach(name -> asked.add(name.toString().split("\\|", 2)[0]));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> items(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    return new Yaml(new SafeConstructor(options));
  }
}
