package io.zhidun.rules.compliance.catalogue;

import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.knowledge.Row;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's tables and refuses what does not fit together, all faults at once. */
final class CatalogueReader {
  private static final Pattern ID =
      Pattern.compile("L([234])-((\\d+)\\.\\d+\\.\\d+\\.\\d+)-([a-z])");

  /** General requirements of level 2 stand in chapter 7, of 3 in 8, of 4 in 9. */
  private static final int CHAPTER_OF_LEVEL = 5;

  /** A short text is not the standard's paragraph. */
  private static final int LONGEST_ZH = 60;

  private final Map<String, Texts> names = new HashMap<>();
  private final Map<String, Row> texts = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  static Catalogue shipped() {
    CatalogueReader reader = new CatalogueReader();
    Node about = Knowledge.yaml("catalogue.yml");
    reader.readNames(Knowledge.table("names.tsv"));
    reader.readTexts(Knowledge.table("texts.tsv"));
    Stream.of("level-2.tsv", "level-3.tsv", "level-4.tsv", "extensions-3.tsv")
        .forEach(name -> reader.readRequirements(Knowledge.table(name)));
    return reader.catalogue(about);
  }

  void readNames(List<Row> rows) {
    for (Row row : rows) {
      names.put(row.needed("zh"), new Texts(row.needed("zh"), row.needed("en")));
    }
  }

  void readTexts(List<Row> rows) {
    for (Row row : rows) {
      if (texts.put(row.needed("key"), row) != null) {
        faults.add(row.place() + ": the key " + row.cell("key") + " is there twice");
      }
      if (row.needed("zh").length() > LONGEST_ZH) {
        faults.add(
            row.place() + ": a text of more than " + LONGEST_ZH + " characters is not short");
      }
    }
  }

  void readRequirements(List<Row> rows) {
    Set<String> keys = new HashSet<>();
    for (Row row : rows) {
      try {
        Requirement requirement = requirement(row);
        if (!ids.add(requirement.id())) {
          throw new IllegalArgumentException(requirement.id() + " is there twice");
        }
        if (!keys.add(requirement.key())) {
          throw new IllegalArgumentException(requirement.key() + " stands for two requirements");
        }
        requirements.add(requirement);
      } catch (IllegalArgumentException e) {
        faults.add(row.place() + ": " + e.getMessage());
      }
    }
  }

  private Requirement requirement(Row row) {
    String id = row.needed("id");
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + id + "\" is no id such as L3-8.1.4.9-b");
    }
    int level = Integer.parseInt(parts.group(1));
    if (Integer.parseInt(parts.group(3)) != level + CHAPTER_OF_LEVEL) {
      throw new IllegalArgumentException(id + ": clause and level do not belong together");
    }
    Row text = texts.get(row.needed("key"));
    if (text == null) {
      throw new IllegalArgumentException("texts.tsv has no key " + row.cell("key"));
    }
    Item item =
        new Item(
            id,
            level,
            parts.group(2),
            name(row.needed("category")),
            name(row.needed("control-point")),
            parts.group(4),
            new Texts(text.needed("zh"), text.needed("en")),
            EvidenceClass.valueOf(row.needed("evidence").toUpperCase(Locale.ROOT)),
            new Texts(text.needed("hint-zh"), text.needed("hint-en")),
            nullIfEmpty(row.cell("extension")));
    return new Requirement(
        item,
        text.cell("key"),
        Stream.of(text.needed("objects").split(" ")).map(Scope::parse).toList());
  }

  private Texts name(String zh) {
    Texts name = names.get(zh);
    if (name == null) {
      throw new IllegalArgumentException("names.tsv has no \"" + zh + "\"");
    }
    return name;
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  Catalogue catalogue(Node about) {
    compare("level", about.at("levels"), counts(true));
    compare("extension of level", about.at("extensions"), counts(false));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("catalogue: " + String.join("; ", faults));
    }
    return new Catalogue(about.at("edition").text(), about.at("version").text(), requirements);
  }

  private Map<String, Map<String, Integer>> counts(boolean general) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Requirement requirement : requirements) {
      Item item = requirement.item();
      if (general == (item.extension() == null)) {
        String group = item.extension() == null ? item.category().zh() : item.extension();
        counts
            .computeIfAbsent(String.valueOf(item.level()), level -> new LinkedHashMap<>())
            .merge(group, 1, Integer::sum);
      }
    }
    return counts;
  }

  private void compare(String what, Node stated, Map<String, Map<String, Integer>> counted) {
    Map<String, Map<String, Integer>> expected = new TreeMap<>();
    stated
        .members()
        .forEach(
            (level, groups) -> {
              Map<String, Integer> counts = new LinkedHashMap<>();
              groups.members().forEach((group, count) -> counts.put(group, (int) count.number()));
              expected.put(level, counts);
            });
    if (!expected.equals(counted)) {
      faults.add(what + ": counted " + counted + ", stated " + expected);
    }
  }
}
