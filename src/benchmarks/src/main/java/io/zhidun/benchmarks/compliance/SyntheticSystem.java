package io.zhidun.benchmarks.compliance;

import io.zhidun.rules.compliance.assess.AssessmentInput;
import io.zhidun.rules.compliance.assess.PersonDecision;
import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.check.ValueDoc;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A level-3 system that every check has looked at, with mixed findings; seeded. */
final class SyntheticSystem {
  private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
  private static final Map<AssetKind, Integer> SHARES =
      Map.of(
          AssetKind.HOST, 110,
          AssetKind.DATABASE, 20,
          AssetKind.DATA, 20,
          AssetKind.APPLICATION, 20,
          AssetKind.NETWORK_DEVICE, 15,
          AssetKind.SECURITY_DEVICE, 10,
          AssetKind.ROOM, 3,
          AssetKind.TERMINAL, 1,
          AssetKind.ORGANISATION, 1);

  private final Random random;
  private final String id;
  private final int part;

  /** One with 200 assets. */
  SyntheticSystem(int number) {
    this(number, 1);
  }

  /**
   * @param part of how many parts of 200 assets it has one, and of each kind an asset at least
   */
  SyntheticSystem(int number, int part) {
    this.random = new Random(number);
    this.id = "system-" + number;
    this.part = part;
  }

  /** All that its assessment follows from: its assets, a look of each check at each of its kind. */
  AssessmentInput input() {
    ProtectedSystem system =
        new ProtectedSystem(
            id, id, 3, "S3A3G3", Set.of(), "owner", "", null, false, "central", assets());
    List<Evidence> evidence = new ArrayList<>();
    for (Check check : Checks.shipped().all()) {
      system.assets().stream()
          .filter(asset -> check.kinds().contains(asset.kind()))
          .forEach(asset -> evidence.add(look(check, asset.id())));
      if (check.wholeSystem()) {
        evidence.add(look(check, id));
      }
    }
    return new AssessmentInput(
        id + "-1",
        system,
        evidence,
        decisions(),
        List.of(),
        List.of(),
        null,
        NOW.minus(Duration.ofDays(365)),
        NOW,
        NOW,
        "2025");
  }

  private List<Asset> assets() {
    List<Asset> assets = new ArrayList<>();
    for (AssetKind kind : AssetKind.values()) {
      int count = (SHARES.getOrDefault(kind, 0) + part - 1) / part;
      for (int i = 0; i < count; i++) {
        String name = kind.name() + "-" + i;
        assets.add(new Asset(name, name, kind, "core", List.of(), 1 + random.nextInt(3), ""));
      }
    }
    return assets;
  }

  private Evidence look(Check check, String object) {
    Map<String, Object> values = new HashMap<>();
    check.values().forEach((name, doc) -> values.put(name, value(doc)));
    Instant at = NOW.minusSeconds(60 + random.nextInt(3_000));
    return new Looked("bench", id, object, at, at.minusSeconds(3_600), at, "q", values).as(check);
  }

  private Object value(ValueDoc doc) {
    return switch (doc.unit().kind()) {
      case NUMBER -> random.nextInt(200);
      case YES_NO -> random.nextInt(20) > 0;
      case LIST -> random.nextInt(10) > 0 ? List.of() : List.of("entry-" + random.nextInt(99));
      case TEXT -> "text";
    };
  }

  private List<PersonDecision> decisions() {
    List<PersonDecision> decisions = new ArrayList<>();
    for (Requirement requirement : Catalogue.shipped().of(3, Set.of())) {
      if (requirement.item().evidenceClass() == EvidenceClass.ASSISTED && random.nextInt(5) > 0) {
        decisions.add(
            new PersonDecision(
                "decision-" + requirement.id(),
                PersonDecision.Kind.ASSESSMENT,
                requirement.id(),
                PersonDecision.ALL,
                random.nextInt(4) > 0 ? Result.MET : Result.PARTLY_MET,
                "assessor",
                "",
                "seen on site",
                List.of(),
                NOW.minusSeconds(99),
                NOW.plusSeconds(99)));
      }
    }
    return decisions;
  }
}
