package io.zhidun.report.oscal;

import io.zhidun.report.Statements;
import io.zhidun.rules.compliance.record.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Requirements as a catalogue, and each level as a profile of it. */
public final class OscalCatalogue {

  /** Where a profile looks for the catalogue: beside itself. */
  public static final String CATALOGUE_FILE = "catalog.json";

  private final List<Item> items;
  private final String edition;
  private final Instant modified;

  /**
   * Requirements in their order.
   *
   * @param edition of the catalogue, its version in OSCAL
   */
  public OscalCatalogue(List<Item> items, String edition, Instant modified) {
    this.items = List.copyOf(items);
    this.edition = edition;
    this.modified = modified;
  }

  /** The document, to be written as JSON. */
  public Map<String, Object> catalogue() {
    Map<String, Object> catalogue = new LinkedHashMap<>();
    catalogue.put("uuid", OscalText.uuid("catalogue", edition));
    catalogue.put("metadata", metadata("网络安全等级保护要求目录"));
    catalogue.put("groups", layers());
    return Map.of("catalog", catalogue);
  }

  /** Levels that occur. */
  public SortedSet<Integer> levels() {
    SortedSet<Integer> levels = new TreeSet<>();
    items.forEach(item -> levels.add(item.level()));
    return levels;
  }

  /** The document of one level. */
  public Map<String, Object> profile(int level) {
    List<String> ids =
        items.stream()
            .filter(item -> item.level() == level)
            .map(item -> OscalText.token(item.id()))
            .toList();
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("uuid", OscalText.uuid("profile", edition + "\n" + level));
    profile.put("metadata", metadata("网络安全等级保护第 " + level + " 级要求"));
    profile.put(
        "imports",
        List.of(
            Map.of("href", CATALOGUE_FILE, "include-controls", List.of(Map.of("with-ids", ids)))));
    profile.put("merge", Map.of("as-is", true));
    return Map.of("profile", profile);
  }

  private Map<String, Object> metadata(String title) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("title", OscalText.markup(title));
    metadata.put("last-modified", modified.toString());
    metadata.put("version", OscalText.line(edition));
    metadata.put("oscal-version", OscalText.RELEASE);
    metadata.put("remarks", OscalText.markup(Statements.NO_STANDARD_WORDING));
    return metadata;
  }

  private List<Map<String, Object>> layers() {
    Map<String, List<Item>> layers = new LinkedHashMap<>();
    items.forEach(item -> layers.computeIfAbsent(layer(item), k -> new ArrayList<>()).add(item));
    List<Map<String, Object>> groups = new ArrayList<>();
    layers.forEach(
        (key, members) -> {
          Map<String, Object> group = group("layer-" + key, members.get(0).category().zh());
          group.put("groups", points(members));
          groups.add(group);
        });
    return groups;
  }

  private static String layer(Item item) {
    return item.level() + "-" + item.category().zh();
  }

  private static List<Map<String, Object>> points(List<Item> members) {
    Map<String, List<Item>> points = new LinkedHashMap<>();
    members.forEach(
        item -> points.computeIfAbsent(item.clause(), k -> new ArrayList<>()).add(item));
    List<Map<String, Object>> groups = new ArrayList<>();
    points.forEach(
        (clause, requirements) -> {
          Item first = requirements.get(0);
          Map<String, Object> group =
              group("point-" + first.level() + "-" + clause, first.controlPoint().zh());
          group.put("controls", requirements.stream().map(OscalCatalogue::control).toList());
          groups.add(group);
        });
    return groups;
  }

  private static Map<String, Object> group(String id, String title) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("id", OscalText.token(id));
    group.put("title", OscalText.markup(title));
    return group;
  }

  private static Map<String, Object> control(Item item) {
    String id = OscalText.token(item.id());
    Map<String, Object> control = new LinkedHashMap<>();
    control.put("id", id);
    control.put("title", OscalText.markup(item.controlPoint().zh() + " " + item.letter()));
    control.put(
        "props",
        List.of(
            Map.of("name", "label", "value", OscalText.line(item.clause() + " " + item.letter())),
            OscalText.property("level", String.valueOf(item.level())),
            OscalText.property(
                "evidence-class",
                switch (item.evidenceClass()) {
                  case AUTOMATIC -> "automatic";
                  case ASSISTED -> "assisted";
                  case DOCUMENT -> "document";
                })));
    control.put(
        "parts",
        List.of(
            Map.of(
                "id", statement(item.id()),
                "name", "statement",
                "prose", OscalText.markup(item.gloss())),
            Map.of(
                "id",
                id + "_gdn",
                "name",
                "guidance",
                "prose",
                OscalText.markup(item.evidenceHint()))));
    return control;
  }

  /** Id of the statement of a requirement. */
  static String statement(String item) {
    return OscalText.token(item) + "_smt";
  }
}
