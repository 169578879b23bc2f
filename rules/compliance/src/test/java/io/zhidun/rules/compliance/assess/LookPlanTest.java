package io.zhidun.rules.compliance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookPlanTest {
  @Test
  void whatThePlanNamesIsEnoughToJudgeAllThatTelemetryDecides() {
    Office office = new Office(4, Set.of());
    plan(office).forEach(look -> office.look(look.check().code(), look.object(), Map.of()));
    assertThat(office.assess().conclusion().items())
        .containsEntry(Result.MET, 71)
        .containsEntry(Result.NOT_MET, 0)
        .containsEntry(Result.NO_EVIDENCE, 79);
  }

  @Test
  void eachLookStandsOnceAndEveryCheckIsPlannedAtLevelThreeOrFour() {
    List<LookPlan.DueLook> plan = plan(new Office(4, Set.of()));
    assertThat(plan).doesNotHaveDuplicates();
    Set<String> planned = new HashSet<>();
    plan.forEach(look -> planned.add(look.check().code()));
    plan(Office.levelThree()).forEach(look -> planned.add(look.check().code()));
    assertThat(planned).hasSize(Checks.shipped().all().size());
    assertThat(plan)
        .filteredOn(look -> look.check().code().equals("log-retention"))
        .extracting(LookPlan.DueLook::object)
        .contains("host-1", "db-1")
        .doesNotContain("room-1");
  }

  @Test
  void aSystemWithoutAssetsIsLookedAtAsAWhole() {
    List<LookPlan.DueLook> plan =
        LookPlan.of(
            new ProtectedSystem("s", "s", 3, "", Set.of(), "", "", null, false, "", List.of()),
            Catalogue.shipped(),
            Checks.shipped());
    assertThat(plan).extracting(LookPlan.DueLook::object).containsOnly("s");
    assertThat(plan).extracting(look -> look.check().code()).contains("audit-enabled");
  }

  private static List<LookPlan.DueLook> plan(Office office) {
    return LookPlan.of(office.system, Catalogue.shipped(), Checks.shipped());
  }
}
