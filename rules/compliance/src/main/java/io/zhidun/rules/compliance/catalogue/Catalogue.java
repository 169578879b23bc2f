package io.zhidun.rules.compliance.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The requirements of levels 2 to 4 and of the extensions of level 3 (GB/T 22239-2019), pinned by
 * edition and version. Immutable.
 */
public final class Catalogue {
  private final String edition;
  private final String version;
  private final Map<String, Requirement> byId = new LinkedHashMap<>();

  Catalogue(String edition, String version, List<Requirement> requirements) {
    this.edition = edition;
    this.version = version;
    requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
  }

  /**
   * The catalogue that is shipped.
   *
   * @throws IllegalArgumentException with all its faults
   */
  public static Catalogue shipped() {
    return Shipped.CATALOGUE;
  }

  /** Edition of the standard, as in GB/T 22239-2019. */
  public String edition() {
    return edition;
  }

  /** Edition and version, as an assessment quotes it: {@code GB/T 22239-2019 #2026.11}. */
  public String id() {
    return edition + " #" + version;
  }

  /** All requirements, level by level, in the order of the standard. */
  public List<Requirement> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What a system of the level has to meet, the general requirements first. */
  public List<Requirement> of(int level, Set<String> extensions) {
    List<Requirement> applying = new ArrayList<>();
    for (Requirement requirement : byId.values()) {
      String extension = requirement.item().extension();
      if (requirement.item().level() == level
          && (extension == null || extensions.contains(extension))) {
        applying.add(requirement);
      }
    }
    return applying;
  }

  /** Extensions of the system that the catalogue has no requirements for at that level. */
  public Set<String> missing(int level, Set<String> extensions) {
    Set<String> missing = new TreeSet<>(extensions);
    byId.values().stream()
        .filter(requirement -> requirement.item().level() == level)
        .forEach(requirement -> missing.remove(String.valueOf(requirement.item().extension())));
    return missing;
  }

  private static final class Shipped {
    static final Catalogue CATALOGUE = CatalogueReader.shipped();
  }
}
