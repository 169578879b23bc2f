package io.zhidun.rules.compliance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

  private final Checks checks = Checks.shipped();
  private final Catalogue catalogue = Catalogue.shipped();

  @Test
  void everyAutomaticAndAssistedRequirementHasACheck() {
    for (int level = 2; level <= 4; level++) {
      for (Requirement requirement : catalogue.of(level, Set.of())) {
        if (requirement.item().evidenceClass() != EvidenceClass.DOCUMENT) {
          assertThat(checks.of(requirement.key())).as(requirement.id()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void everyCheckServesRequirementsOfTheCatalogue() {
    Set<String> keys = catalogue.all().stream().map(Requirement::key).collect(Collectors.toSet());
    for (Check check : checks.all()) {
      assertThat(keys).as(check.code()).containsAll(check.keys());
      assertThat(check.values()).as(check.code()).isNotEmpty();
    }
  }

  @Test
  void theSameLookIsTheSameEvidence() {
    Check retention = checks.find("log-retention").orElseThrow();
    Evidence once = look(Map.of("oldest_record_days", 200, "forwarded", true)).as(retention);
    Evidence again = look(Map.of("forwarded", true, "oldest_record_days", 200)).as(retention);
    assertThat(once).isEqualTo(again);
    assertThat(once.sm3()).hasSize(64);
    assertThat(once.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    assertThat(Looked.isWhole(once)).isTrue();
    assertThat(look(Map.of("oldest_record_days", 199, "forwarded", true)).as(retention).id())
        .isNotEqualTo(once.id());
  }

  @Test
  void refusesValuesThatTheCheckDoesNotDocument() {
    Check retention = checks.find("log-retention").orElseThrow();
    assertThatThrownBy(() -> look(Map.of("oldest", 200)).as(retention))
        .hasMessage("check log-retention: oldest = 200 is not documented");
    assertThatThrownBy(() -> look(Map.of("forwarded", "yes")).as(retention))
        .hasMessage("check log-retention: forwarded = yes is no yes-no");
    assertThatThrownBy(() -> look(Map.of("oldest_record_days", Double.NaN)).as(retention))
        .hasMessageContaining("is no days");
  }

  @Test
  void noticesChangedEvidence() {
    Evidence evidence =
        look(Map.of("oldest_record_days", 20)).as(checks.find("log-retention").orElseThrow());
    Evidence better =
        new Evidence(
            evidence.id(),
            evidence.check(),
            evidence.collector(),
            evidence.system(),
            evidence.object(),
            evidence.collectedAt(),
            evidence.from(),
            evidence.to(),
            evidence.query(),
            Map.of("oldest_record_days", 200),
            evidence.expiresAt(),
            evidence.sm3());
    assertThat(Looked.isWhole(better)).isFalse();
  }

  @Test
  void listsHoldTextsOnly() {
    Unit list = new Unit("list", Unit.Kind.LIST, new Texts("", ""));
    ValueDoc ports = new ValueDoc("risky_ports", list, new Texts("高危端口", "risky ports"));
    assertThat(ports.takes(List.of("tcp/445"))).isTrue();
    assertThat(ports.takes(List.of(445))).isFalse();
  }

  private static Looked look(Map<String, Object> values) {
    return new Looked(
        "service/0.1", "system-1", "host-1", NOON, NOON.minusSeconds(60), NOON, "q", values);
  }
}
