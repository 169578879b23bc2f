package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.judge.ExtremeLooks;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A system where all is well, to be spoilt by tests. */
final class Office {
  static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

  final List<Evidence> evidence = new ArrayList<>();
  final List<PersonDecision> decisions = new ArrayList<>();
  final List<Waiver> waivers = new ArrayList<>();
  final List<ReportedRisk> reported = new ArrayList<>();
  final ProtectedSystem system;
  @Nullable Assessment previous;
  Instant now = NOW;
  String template = "2025";

  Office(int level, Set<String> extensions) {
    system =
        new ProtectedSystem(
            "review",
            "专利审查系统",
            level,
            "S3A3G3",
            extensions,
            "zhang.wei",
            "11000000000-00001",
            null,
            false,
            "central",
            List.of(
                asset("host-1", AssetKind.HOST),
                asset("host-2", AssetKind.HOST),
                asset("db-1", AssetKind.DATABASE),
                asset("switch-1", AssetKind.NETWORK_DEVICE),
                asset("wall-1", AssetKind.SECURITY_DEVICE),
                asset("app-1", AssetKind.APPLICATION),
                asset("data-1", AssetKind.DATA),
                asset("room-1", AssetKind.ROOM),
                asset("office", AssetKind.ORGANISATION)));
  }

  static Office levelThree() {
    return new Office(3, Set.of());
  }

  private static Asset asset(String id, AssetKind kind) {
    return new Asset(id, id, kind, "core", List.of(), 3, "");
  }

  /** Looks of all checks at all objects, all at their best. */
  Office watched() {
    for (Check check : Checks.shipped().all()) {
      for (Asset asset : system.assets()) {
        if (check.kinds().contains(asset.kind())) {
          look(check.code(), asset.id(), Map.of());
        }
      }
      if (check.wholeSystem()) {
        look(check.code(), system.id(), Map.of());
      }
    }
    return this;
  }

  /** Persons decide that all is met that they have to decide. */
  Office signed() {
    for (Requirement one : Catalogue.shipped().of(system.level(), system.extensions())) {
      if (one.item().evidenceClass() == EvidenceClass.DOCUMENT) {
        Evidence file = file("file-of-" + one.id());
        decide(PersonDecision.Kind.ATTESTATION, one.id(), "*", Result.MET, List.of(file.id()));
      } else if (one.item().evidenceClass() == EvidenceClass.ASSISTED) {
        decide(PersonDecision.Kind.ASSESSMENT, one.id(), "*", Result.MET, List.of());
      }
    }
    return this;
  }

  /** The latest look of a check at an object, at its best but for what is given. */
  Office look(String check, String object, Map<String, Object> but) {
    return look(check, object, but, now.minus(Duration.ofMinutes(30)));
  }

  Office look(String check, String object, Map<String, Object> but, Instant at) {
    Check known = Checks.shipped().find(check).orElseThrow();
    Map<String, Object> values = new HashMap<>(ExtremeLooks.values(known, true));
    values.putAll(but);
    Instant later = at.plusSeconds(evidence.size() % 600);
    evidence.add(
        new Looked("test", system.id(), object, later, at.minusSeconds(3_600), at, "q", values)
            .as(known));
    return this;
  }

  Evidence file(String name) {
    Looked look =
        new Looked(
            "li.na",
            system.id(),
            "office",
            now.minusSeconds(9),
            now.minusSeconds(9),
            now,
            name,
            Map.of());
    Evidence made = look.asDocument(now.plus(Duration.ofDays(365)));
    evidence.add(made);
    return made;
  }

  Office decide(
      PersonDecision.Kind kind, String item, String object, Result result, List<String> cited) {
    decisions.add(
        new PersonDecision(
            "d-" + decisions.size(),
            kind,
            item,
            object,
            result,
            "li.na",
            kind == PersonDecision.Kind.INAPPLICABILITY ? "wang.fang" : "",
            "现场核查",
            cited,
            now.minusSeconds(60 - decisions.size() % 50),
            now.plus(Duration.ofDays(180))));
    return this;
  }

  AssessmentInput input() {
    return new AssessmentInput(
        "assessment-1",
        system,
        evidence,
        decisions,
        waivers,
        reported,
        previous,
        NOW.minus(Duration.ofDays(365)),
        now,
        now,
        template);
  }

  Assessment assess() {
    return Assessor.shipped().assess(input());
  }

  static Cell cell(Assessment assessment, String item, String object) {
    return assessment.cells().stream()
        .filter(cell -> cell.item().equals(item) && cell.object().equals(object))
        .findFirst()
        .orElseThrow();
  }

  static ItemResult item(Assessment assessment, String item) {
    return assessment.items().stream()
        .filter(one -> one.item().equals(item))
        .findFirst()
        .orElseThrow();
  }
}
