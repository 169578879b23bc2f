package io.zhidun.rules.filings.mark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The lists of public words: those shipped, and a site's own, which add to them or, under the same
 * id, replace them. Immutable.
 *
 * <p>A list is a YAML file: {@code id}, {@code name: {zh, en}}, {@code filings}, {@code share}, and
 * {@code words} (texts, or {@code {word, from, until, unless}} with ISO dates in quotes) or {@code
 * byClass} (Nice class to texts). At most {@link #MOST_FILES} files of {@link #MOST_BYTES} each and
 * {@link #MOST_WORDS} words in all.
 */
public final class PublicWords {

  static final int MOST_FILES = 64;
  static final int MOST_BYTES = 4_000_000;
  static final int MOST_WORDS = 200_000;

  private static final List<String> SHIPPED =
      List.of("policy.yml", "events.yml", "places.yml", "scenery.yml", "works.yml", "generic.yml");

  private final List<PublicWordList> lists;

  private PublicWords(Map<String, PublicWordList> byId) {
    lists = List.copyOf(byId.values());
    int words = lists.stream().mapToInt(list -> list.words().size()).sum();
    if (words > MOST_WORDS) {
      throw new IllegalArgumentException(
          "the lists have " + words + " words, more than " + MOST_WORDS);
    }
  }

  /** The shipped lists alone. */
  public static PublicWords shipped() {
    return new PublicWords(shippedLists());
  }

  /**
   * The shipped lists and those of a site.
   *
   * @param folder whose {@code *.yml} files are read, in order of their names
   * @throws IllegalArgumentException naming file and fault where a file is no list
   */
  public static PublicWords withSite(Path folder) throws IOException {
    Map<String, PublicWordList> lists = shippedLists();
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(".yml"))
              .sorted()
              .limit(MOST_FILES + 1)
              .toList();
      if (files.size() > MOST_FILES) {
        throw new IllegalArgumentException(folder + ": more than " + MOST_FILES + " lists");
      }
      for (Path file : files) {
        if (Files.size(file) > MOST_BYTES) {
          throw new IllegalArgumentException(file + ": larger than " + MOST_BYTES + " bytes");
        }
        put(lists, file.toString(), Files.readString(file));
      }
    }
    return new PublicWords(lists);
  }

  List<PublicWordList> lists() {
    return lists;
  }

  private static Map<String, PublicWordList> shippedLists() {
    Map<String, PublicWordList> lists = new LinkedHashMap<>();
    for (String name : SHIPPED) {
      try (InputStream in = PublicWords.class.getResourceAsStream("words/" + name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is not on the class path");
        }
        put(lists, name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(name, e);
      }
    }
    return lists;
  }

  private static void put(Map<String, PublicWordList> lists, String place, String yaml) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      options.setCodePointLimit(MOST_BYTES);
      Object root = new Yaml(new SafeConstructor(options)).load(yaml);
      PublicWordList list = list(map(root, "the file"));
      lists.put(list.id(), list);
    } catch (IllegalArgumentException | DateTimeException | YAMLException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static PublicWordList list(Map<?, ?> root) {
    Map<?, ?> name = map(root.get("name"), "name");
    List<PublicWord> words = new ArrayList<>();
    for (Object entry : items(root.get("words"), "words")) {
      words.add(entry instanceof Map<?, ?> word ? word(word) : word(text(entry, "words"), 0));
    }
    Object byClass = root.get("byClass");
    if (byClass != null) {
      map(byClass, "byClass")
          .forEach(
              (number, texts) -> {
                long bits = niceClass(number);
                items(texts, "byClass")
                    .forEach(word -> words.add(word(text(word, "byClass"), bits)));
              });
    }
    return new PublicWordList(
        text(root.get("id"), "id"),
        text(name.get("zh"), "name.zh"),
        text(name.get("en"), "name.en"),
        (int) number(root.get("filings"), "filings"),
        number(root.get("share"), "share"),
        words);
  }

  private static PublicWord word(String text, long classes) {
    String folded = MarkText.of(text).folded();
    return new PublicWord(text, folded, LocalDate.MIN, LocalDate.MAX, List.of(), classes);
  }

  private static PublicWord word(Map<?, ?> entry) {
    String text = text(entry.get("word"), "word");
    List<String> unless = new ArrayList<>();
    for (Object phrase : items(entry.get("unless"), "unless")) {
      unless.add(MarkText.of(text(phrase, "unless")).folded());
    }
    return new PublicWord(
        text,
        MarkText.of(text).folded(),
        day(entry.get("from"), LocalDate.MIN),
        day(entry.get("until"), LocalDate.MAX),
        unless,
        0);
  }

  private static LocalDate day(@Nullable Object value, LocalDate otherwise) {
    return value == null ? otherwise : LocalDate.parse(text(value, "a date (in quotes)"));
  }

  private static long niceClass(Object value) {
    long bits = value instanceof Integer number ? NiceClasses.bits(List.of(number)) : 0;
    if (bits == 0) {
      throw new IllegalArgumentException("byClass: " + value + " is not a class from 1 to 45");
    }
    return bits;
  }

  private static Map<?, ?> map(@Nullable Object value, String field) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(field + " is not a map");
  }

  private static List<?> items(@Nullable Object value, String field) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(field + " is not a list");
  }

  private static String text(@Nullable Object value, String field) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(field + " is not a text, but " + value);
  }

  private static double number(@Nullable Object value, String field) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(field + " is not a number, but " + value);
  }
}
