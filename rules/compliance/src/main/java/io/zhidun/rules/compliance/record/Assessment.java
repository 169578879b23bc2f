package io.zhidun.rules.compliance.record;

import java.time.Instant;
import java.util.List;

/**
 * A self-assessment of one system at one time. Nothing in it is ever changed.
 *
 * @param catalogue edition and version of the requirements
 * @param rules version of the rules that judged
 * @param from begin of the time that evidence was asked for
 * @param to its end
 * @param cells requirement by object, in order of item and object
 * @param items requirement over all objects, in order of the catalogue
 */
public record Assessment(
    String id,
    ProtectedSystem system,
    String catalogue,
    String rules,
    Instant from,
    Instant to,
    Instant madeAt,
    List<Item> requirements,
    List<Cell> cells,
    List<ItemResult> items,
    List<Evidence> evidence,
    List<Finding> findings,
    List<Waiver> waivers,
    List<Rectification> rectifications,
    Conclusion conclusion) {

  public Assessment {
    requirements = List.copyOf(requirements);
    cells = List.copyOf(cells);
    items = List.copyOf(items);
    evidence = List.copyOf(evidence);
    findings = List.copyOf(findings);
    waivers = List.copyOf(waivers);
    rectifications = List.copyOf(rectifications);
  }
}
