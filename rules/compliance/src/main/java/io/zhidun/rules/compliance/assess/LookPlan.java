package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be looked at so that the requirements of a system can be judged. */
public final class LookPlan {
  private LookPlan() {}

  /**
   * A look that is due every {@link Check#every()}.
   *
   * @param object id of the asset, or of the system
   */
  public record DueLook(Check check, String object) {}

  /** The looks of the system, each once, in the order of its requirements. */
  public static List<DueLook> of(ProtectedSystem system, Catalogue catalogue, Checks checks) {
    Map<String, AssetKind> kinds = new HashMap<>();
    for (Asset asset : system.assets()) {
      kinds.put(asset.id(), asset.kind());
    }
    Set<DueLook> due = new LinkedHashSet<>();
    for (Requirement requirement : catalogue.of(system.level(), system.extensions())) {
      if (requirement.item().evidenceClass() == EvidenceClass.DOCUMENT) {
        continue;
      }
      for (Check check : checks.of(requirement.key())) {
        for (String object : requirement.objects(system)) {
          AssetKind kind = kinds.get(object);
          if (kind != null && check.kinds().contains(kind)) {
            due.add(new DueLook(check, object));
          } else if (check.wholeSystem() || kind == null) {
            due.add(new DueLook(check, system.id()));
          }
        }
      }
    }
    return new ArrayList<>(due);
  }
}
