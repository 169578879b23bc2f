package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Node;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The limits that criteria name, as versioned data. Immutable. */
public final class Limits {
  private final String version;
  private final Map<String, Limit> limits;

  private Limits(String version, Map<String, Limit> limits) {
    this.version = version;
    this.limits = Collections.unmodifiableMap(limits);
  }

  public static Limits shipped() {
    return read(Knowledge.yaml("limits.yml"));
  }

  /**
   * The shipped limits with a site's own over them.
   *
   * @param yaml in the form of limits.yml, with the limits that differ and a version of its own
   * @throws IllegalArgumentException naming the place of a fault, or a limit that nothing asks for
   */
  public Limits with(String name, String yaml) {
    Limits site = read(Knowledge.yaml(name, yaml));
    Map<String, Limit> both = new LinkedHashMap<>(limits);
    site.limits.forEach(
        (key, limit) -> {
          if (both.put(key, limit) == null) {
            throw new IllegalArgumentException(name + ": no criterion names the limit " + key);
          }
        });
    return new Limits(version + "+" + site.version, both);
  }

  static Limits read(Node yaml) {
    Map<String, Limit> limits = new LinkedHashMap<>();
    yaml.at("limits").members().forEach((key, node) -> limits.put(key, limit(key, node)));
    return new Limits(yaml.at("version").text(), limits);
  }

  private static Limit limit(String key, Node node) {
    Node value = node.at("value");
    Map<Tier, Double> values = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Node own = value.value() instanceof Map ? value.at(tier.name()) : value;
      values.put(tier, own.number());
    }
    Node source = node.find("source");
    return new Limit(
        key, values, (source == null ? node.at("unconfirmed") : source).text(), source != null);
  }

  public String version() {
    return version;
  }

  public Map<String, Limit> all() {
    return limits;
  }

  /**
   * The number of a limit.
   *
   * @throws IllegalArgumentException where there is no such limit
   */
  public double number(String key, Tier tier) {
    return of(key).of(tier);
  }

  Limit of(String key) {
    Limit limit = limits.get(key);
    if (limit == null) {
      throw new IllegalArgumentException("limits.yml has no limit " + key);
    }
    return limit;
  }
}
