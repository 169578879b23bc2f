package io.zhidun.rules.compliance.check;

import io.zhidun.rules.compliance.catalogue.Scope;
import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The checks by code. Immutable. */
public final class Checks {
  private static final Map<String, Unit> OTHER_UNITS =
      Map.of(
          "yes-no", new Unit("yes-no", Unit.Kind.YES_NO, new Texts("", "")),
          "list", new Unit("list", Unit.Kind.LIST, new Texts("个", "")),
          "text", new Unit("text", Unit.Kind.TEXT, new Texts("", "")));

  private final String version;
  private final Map<String, Check> byCode = new LinkedHashMap<>();
  private final Map<String, List<Check>> byKey = new LinkedHashMap<>();

  private Checks(String version) {
    this.version = version;
  }

  /** The checks that are shipped. */
  public static Checks shipped() {
    return Shipped.CHECKS;
  }

  /**
   * Reads checks.
   *
   * @throws IllegalArgumentException naming the place of a fault
   */
  static Checks read(Node yaml) {
    Checks checks = new Checks(yaml.at("version").text());
    Map<String, Unit> units = new LinkedHashMap<>(OTHER_UNITS);
    yaml.at("units")
        .members()
        .forEach(
            (code, name) -> units.put(code, new Unit(code, Unit.Kind.NUMBER, name.bilingual())));
    yaml.at("checks")
        .members()
        .forEach((code, node) -> checks.add(check(code, checks.version, node, units)));
    return checks;
  }

  private void add(Check check) {
    byCode.put(check.code(), check);
    for (String key : check.keys()) {
      byKey.merge(key, List.of(check), (a, b) -> List.of(concat(a, b)));
    }
  }

  private static Check[] concat(List<Check> a, List<Check> b) {
    Check[] both = new Check[a.size() + b.size()];
    for (int i = 0; i < both.length; i++) {
      both[i] = i < a.size() ? a.get(i) : b.get(i - a.size());
    }
    return both;
  }

  private static Check check(String code, String version, Node node, Map<String, Unit> units) {
    Set<AssetKind> kinds = EnumSet.noneOf(AssetKind.class);
    boolean wholeSystem = false;
    for (String object : node.at("objects").texts()) {
      AssetKind kind = Scope.parse(object).kind();
      if (kind == null) {
        wholeSystem = true;
      } else {
        kinds.add(kind);
      }
    }
    Map<String, ValueDoc> values = new LinkedHashMap<>();
    node.at("values")
        .members()
        .forEach(
            (name, value) ->
                values.put(name, new ValueDoc(name, unit(value, units), value.bilingual())));
    return new Check(
        code,
        version,
        node.at("name").bilingual(),
        node.at("looks-at").bilingual(),
        kinds,
        wholeSystem,
        Duration.parse(node.at("every").text()),
        Duration.parse(node.at("fresh").text()),
        values,
        node.at("items").texts());
  }

  private static Unit unit(Node value, Map<String, Unit> units) {
    Unit unit = units.get(value.at("unit").text());
    if (unit == null) {
      throw new IllegalArgumentException(
          value.place() + ": there is no unit " + value.at("unit").text());
    }
    return unit;
  }

  public String version() {
    return version;
  }

  public List<Check> all() {
    return List.copyOf(byCode.values());
  }

  public Optional<Check> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The checks that serve the requirement of that key; none where only documents can show it. */
  public List<Check> of(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  private static final class Shipped {
    static final Checks CHECKS = read(Knowledge.yaml("checks.yml"));
  }
}
