package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.judge.ComplianceRules;
import io.zhidun.rules.compliance.judge.Look;
import io.zhidun.rules.compliance.judge.Question;
import io.zhidun.rules.compliance.judge.Tier;
import io.zhidun.rules.compliance.judge.Verdict;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.rules.compliance.record.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Assesses a system against its level: the public entry of this module. A pure function of its
 * input, catalogue, rules and formulas: the same of them give the same bytes. Safe for all threads.
 */
public final class Assessor {
  private final Catalogue catalogue;
  private final ComplianceRules rules;
  private final Formulas formulas;

  public Assessor(Catalogue catalogue, ComplianceRules rules, Formulas formulas) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.formulas = formulas;
  }

  /** With all that is shipped. The first one of a process takes seconds. */
  public static Assessor shipped() {
    return new Assessor(Catalogue.shipped(), ComplianceRules.shipped(), Formulas.shipped());
  }

  /**
   * Assesses.
   *
   * @throws IllegalArgumentException naming decisions that do not go with their requirements
   */
  public Assessment assess(AssessmentInput input) {
    ProtectedSystem system = input.system();
    List<Requirement> requirements = catalogue.of(system.level(), system.extensions());
    refuseMisplaced(input);
    EvidenceShelf shelf = new EvidenceShelf(input, rules.checks());
    Map<String, List<Look>> looks = new LinkedHashMap<>();
    Map<String, Verdict> verdicts = judge(system, requirements, shelf, looks);
    Voices voices = new Voices(input, shelf, rules.version());
    List<Cell> cells = new ArrayList<>();
    List<ItemResult> items = new ArrayList<>();
    for (Requirement requirement : requirements) {
      List<Cell> row = new ArrayList<>();
      for (String object : requirement.objects(system)) {
        row.add(voices.cell(requirement, object, verdicts.get(key(requirement.id(), object))));
      }
      cells.addAll(row);
      items.add(Aggregation.of(requirement.id(), row, input.waivers(), input.madeAt()));
    }
    List<Finding> findings = new Findings(rules, input).of(requirements, cells, looks);
    Conclusion conclusion =
        formulas.conclude(
            input.template(), requirements, items, cells, findings, doubts(input, shelf));
    return new Assessment(
        input.id(),
        system,
        catalogue.id(),
        rules.version(),
        input.from(),
        input.to(),
        input.madeAt(),
        requirements.stream().map(Requirement::item).toList(),
        cells,
        items,
        cited(cells, shelf),
        findings,
        input.waivers().stream().sorted(Comparator.comparing(Waiver::id)).toList(),
        new RectificationPlan(formulas).of(input, requirements, cells, findings),
        conclusion);
  }

  /** Asks the rules, object by object. */
  private Map<String, Verdict> judge(
      ProtectedSystem system,
      List<Requirement> requirements,
      EvidenceShelf shelf,
      Map<String, List<Look>> seen) {
    Map<String, Tier> tiers = tiers(system);
    Map<String, List<Question>> questions = new LinkedHashMap<>();
    Map<String, Map<String, Look>> looks = new HashMap<>();
    for (Requirement requirement : requirements) {
      List<Check> checks = rules.checks().of(requirement.key());
      if (checks.isEmpty() || requirement.item().evidenceClass() == EvidenceClass.DOCUMENT) {
        continue;
      }
      for (String object : requirement.objects(system)) {
        questions
            .computeIfAbsent(object, o -> new ArrayList<>())
            .add(question(requirement, object, tiers.getOrDefault(object, Tier.T2)));
        Map<String, Look> byCheck = looks.computeIfAbsent(object, o -> new LinkedHashMap<>());
        checks.forEach(
            check -> byCheck.computeIfAbsent(check.code(), c -> shelf.look(check, object)));
      }
    }
    Map<String, Verdict> verdicts = new HashMap<>();
    questions.forEach(
        (object, asked) -> {
          Map<String, Look> byCheck = Objects.requireNonNull(looks.get(object));
          seen.put(object, List.copyOf(byCheck.values()));
          rules
              .judge(asked, byCheck)
              .forEach(verdict -> verdicts.put(key(verdict.item(), object), verdict));
        });
    return verdicts;
  }

  private static Question question(Requirement requirement, String object, Tier tier) {
    boolean decides = requirement.item().evidenceClass() == EvidenceClass.AUTOMATIC;
    return new Question(requirement.id(), requirement.key(), object, tier, decides);
  }

  private static Map<String, Tier> tiers(ProtectedSystem system) {
    Map<String, Tier> tiers = new HashMap<>();
    for (Asset asset : system.assets()) {
      tiers.put(asset.id(), Tier.of(asset));
    }
    return tiers;
  }

  /** Key of a cell. */
  static String key(String item, String object) {
    return item + "\n" + object;
  }

  private void refuseMisplaced(AssessmentInput input) {
    List<String> faults = new ArrayList<>();
    for (PersonDecision decision : input.decisions()) {
      Item item = catalogue.find(decision.item()).map(Requirement::item).orElse(null);
      if (item == null) {
        faults.add("decision " + decision.id() + ": the catalogue has no item " + decision.item());
        continue;
      }
      boolean automatic = item.evidenceClass() == EvidenceClass.AUTOMATIC;
      boolean fits =
          switch (decision.kind()) {
            case INAPPLICABILITY -> true;
            case OVERRULING -> automatic;
            case ATTESTATION, ASSESSMENT -> !automatic;
          };
      if (!fits) {
        faults.add(
            "decision "
                + decision.id()
                + ": "
                + decision.kind()
                + " does not go with "
                + item.id()
                + ", which is "
                + item.evidenceClass());
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private List<Texts> doubts(AssessmentInput input, EvidenceShelf shelf) {
    List<Texts> doubts = new ArrayList<>();
    ProtectedSystem system = input.system();
    for (String extension : catalogue.missing(system.level(), system.extensions())) {
      doubts.add(
          new Texts(
              "目录没有第 " + system.level() + " 级的扩展要求 " + extension + "，未计入",
              "the catalogue has no extension "
                  + extension
                  + " of level "
                  + system.level()
                  + ", it is not counted"));
    }
    if (shelf.altered() > 0) {
      doubts.add(
          new Texts(
              shelf.altered() + " 条证据与其哈希不符，没有采用",
              shelf.altered() + " pieces of evidence do not match their hash and were not used"));
    }
    return doubts;
  }

  private static List<Evidence> cited(List<Cell> cells, EvidenceShelf shelf) {
    Set<String> ids = new TreeSet<>();
    cells.forEach(cell -> ids.addAll(cell.evidence()));
    List<Evidence> cited = new ArrayList<>();
    for (String id : ids) {
      Evidence evidence = shelf.byId(id);
      if (evidence != null) {
        cited.add(evidence);
      }
    }
    return cited;
  }
}
