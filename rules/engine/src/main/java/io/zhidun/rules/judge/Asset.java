package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * Something that is watched. A fact for the judge's rules, hence the getters.
 *
 * @param name host or service name
 * @param system the system (定级对象) it belongs to, or empty
 * @param level classified-protection level of that system: 2 to 4, or 0 when unknown
 * @param zone network zone, or empty
 * @param owner team that answers for it, or empty
 */
public record Asset(String name, String system, int level, String zone, String owner) {
  /** What is not in the list of assets. */
  public static final Asset UNKNOWN = new Asset("", "", 0, "", "");

  public Asset {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(owner, "owner");
    if (level != 0 && (level < 2 || level > 4)) {
      throw new IllegalArgumentException(
          "level of asset \"" + name + "\" must be 2, 3 or 4, was " + level);
    }
  }

  public String getName() {
    return name;
  }

  public String getSystem() {
    return system;
  }

  public int getLevel() {
    return level;
  }

  public String getZone() {
    return zone;
  }

  public String getOwner() {
    return owner;
  }

  /** Whether it is in the list of assets. */
  public boolean isKnown() {
    return level > 0;
  }
}
