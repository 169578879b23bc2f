package io.zhidun.backup.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The tiers in force.
 *
 * @param version of these figures; every backup names the one it was made under
 */
public record Policies(String version, Map<String, Tier> tiers) {
  public Policies {
    tiers = Map.copyOf(tiers);
  }

  /** The figures that ship; a site has its own file with what its office decided. */
  public static Policies shipped() {
    try (InputStream in = Policies.class.getResourceAsStream("policies.yml")) {
      String text =
          new String(
              Objects.requireNonNull(in, "policies.yml").readAllBytes(), StandardCharsets.UTF_8);
      return parse(text, "policies.yml");
    } catch (IOException e) {
      throw new IllegalStateException("policies.yml cannot be read", e);
    }
  }

  /**
   * @throws IllegalArgumentException listing all faults
   */
  public static Policies parse(String yaml, String place) {
    return StrictYaml.read(yaml, place, Policies::read);
  }

  private static Policies read(Section root) {
    String version = root.text("version");
    Section section = root.section("tiers");
    Map<String, Tier> tiers = new LinkedHashMap<>();
    for (String name : section.names()) {
      tiers.put(name, Tier.read(name, section.section(name)));
    }
    return new Policies(version, tiers);
  }

  /**
   * @throws IllegalArgumentException naming the tiers that there are
   */
  public Tier tier(String name) {
    Tier tier = tiers.get(name);
    if (tier == null) {
      throw new IllegalArgumentException(
          "tier \"" + name + "\" is not one of " + tiers.keySet().stream().sorted().toList());
    }
    return tier;
  }
}
