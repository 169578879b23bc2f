package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.assess.AssessmentInput;
import io.zhidun.rules.compliance.assess.PersonDecision;
import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Waiver;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.Request.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers all that the judging of a system follows from. */
@Service
class AssessmentInputs {
  /** Template of conclusions; 2021 is for old reports only. */
  private static final String TEMPLATE = "2025";

  /** That a requirement does not apply is looked at anew each year, as the system is. */
  private static final Duration EXEMPTION = Duration.ofDays(366);

  private static final Duration LONGEST_EVIDENCE = Duration.ofDays(366 * 3);

  private final Inventory inventory;
  private final EvidenceStore evidence;
  private final DecisionRepository decisions;
  private final Catalogue catalogue;

  AssessmentInputs(
      Inventory inventory,
      EvidenceStore evidence,
      DecisionRepository decisions,
      Catalogue catalogue) {
    this.inventory = inventory;
    this.evidence = evidence;
    this.decisions = decisions;
    this.catalogue = catalogue;
  }

  AssessmentInput of(String id, String system, @Nullable Assessment previous, Instant now) {
    InventorySystem one = inventory.requireSystem(system);
    ProtectedSystem measured =
        one.with(inventory.assetsOf(system).stream().map(InventoryAsset::measured).toList());
    List<PersonDecision> said = decisions(one);
    Map<String, Evidence> all = new LinkedHashMap<>();
    evidence.latest(system).forEach(each -> all.put(each.id(), each));
    Set<String> cited = new HashSet<>();
    said.forEach(each -> cited.addAll(each.evidence()));
    cited.removeAll(all.keySet());
    evidence.find(cited).forEach(each -> all.put(each.id(), each));
    return new AssessmentInput(
        id,
        measured,
        List.copyOf(all.values()),
        said,
        waivers(system, now),
        List.of(),
        previous,
        now.minus(LONGEST_EVIDENCE),
        now,
        now,
        TEMPLATE);
  }

  private List<Waiver> waivers(String system, Instant now) {
    LocalDate today = Days.of(now);
    List<Waiver> waivers = new ArrayList<>();
    for (Request one : decisions.requests(Kind.WAIVER, system)) {
      if (one.on(today).state() == State.APPROVED && one.expiresOn() != null) {
        waivers.add(
            new Waiver(
                "W-" + one.id(),
                one.item(),
                one.object(),
                one.owner(),
                Objects.requireNonNullElse(one.decidedBy(), ""),
                one.reason(),
                one.compensatingMeasure(),
                Days.endOf(one.expiresOn())));
      }
    }
    return waivers;
  }

  /** Only what fits the catalogue of the system's level: levels change, decisions stay. */
  private List<PersonDecision> decisions(InventorySystem system) {
    Map<String, EvidenceClass> classes = new LinkedHashMap<>();
    for (Requirement one : catalogue.of(system.level(), Set.copyOf(system.extensions()))) {
      classes.put(one.id(), one.item().evidenceClass());
    }
    List<PersonDecision> said = new ArrayList<>();
    for (Attestation one : decisions.attestations(system.id())) {
      if (one.withdrawn() == null) {
        one.items().stream()
            .filter(classes::containsKey)
            .forEach(item -> said.add(attested(one, item, classes.get(item))));
      }
    }
    for (Overruling one : decisions.overrulings(system.id())) {
      if (one.withdrawn() == null && classes.containsKey(one.item())) {
        said.add(overruled(one, classes.get(one.item())));
      }
    }
    for (Request one : decisions.requests(Kind.EXEMPTION, system.id())) {
      Instant decided = one.decidedAt();
      if (one.state() == State.APPROVED && decided != null && classes.containsKey(one.item())) {
        said.add(
            new PersonDecision(
                "N-" + one.id(),
                PersonDecision.Kind.INAPPLICABILITY,
                one.item(),
                one.object(),
                Result.NOT_APPLICABLE,
                one.by(),
                Objects.requireNonNullElse(one.decidedBy(), ""),
                one.reason(),
                List.of(),
                decided,
                decided.plus(EXEMPTION)));
      }
    }
    return said;
  }

  private static PersonDecision attested(
      Attestation one, String item, @Nullable EvidenceClass kind) {
    boolean automatic = kind == EvidenceClass.AUTOMATIC;
    return new PersonDecision(
        "D-" + one.id() + "-" + item,
        automatic ? PersonDecision.Kind.OVERRULING : PersonDecision.Kind.ATTESTATION,
        item,
        one.object(),
        one.result(),
        one.by(),
        "",
        "《" + one.title() + "》，签署人 " + one.signer(),
        List.of(one.evidence()),
        one.at(),
        one.expiresAt());
  }

  private static PersonDecision overruled(Overruling one, @Nullable EvidenceClass kind) {
    boolean automatic = kind == EvidenceClass.AUTOMATIC;
    return new PersonDecision(
        "O-" + one.id(),
        automatic ? PersonDecision.Kind.OVERRULING : PersonDecision.Kind.ASSESSMENT,
        one.item(),
        one.object(),
        one.result(),
        one.by(),
        "",
        one.reason(),
        one.evidence(),
        one.at(),
        Days.endOf(one.expiresOn()));
  }
}
