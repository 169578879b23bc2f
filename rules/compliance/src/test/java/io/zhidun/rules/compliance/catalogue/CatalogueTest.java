package io.zhidun.rules.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.shipped();

  @Test
  void hasTheCountsOfTheStandard() {
    assertThat(catalogue.of(2, Set.of())).hasSize(135);
    assertThat(catalogue.of(3, Set.of())).hasSize(211);
    assertThat(catalogue.of(4, Set.of())).hasSize(228);
    assertThat(catalogue.of(3, Set.of("cloud"))).hasSize(211 + 46);
    assertThat(catalogue.of(3, Set.of("mobile", "iot", "ics"))).hasSize(211 + 19 + 20 + 21);
    assertThat(catalogue.id()).isEqualTo("GB/T 22239-2019 #2026.11");
  }

  @Test
  void levelThreeHas71ControlPointsAndItsEvidenceClasses() {
    List<Requirement> three = catalogue.of(3, Set.of());
    assertThat(three.stream().map(one -> one.item().clause()).distinct()).hasSize(71);
    Map<EvidenceClass, Long> classes =
        three.stream()
            .collect(Collectors.groupingBy(r -> r.item().evidenceClass(), Collectors.counting()));
    assertThat(classes)
        .containsEntry(EvidenceClass.AUTOMATIC, 68L)
        .containsEntry(EvidenceClass.ASSISTED, 68L)
        .containsEntry(EvidenceClass.DOCUMENT, 75L);
  }

  @Test
  void countsOfEachCategoryOfLevelThree() {
    Map<String, Long> counts =
        catalogue.of(3, Set.of()).stream()
            .map(one -> one.item().category().zh())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts)
        .containsEntry("安全物理环境", 22L)
        .containsEntry("安全区域边界", 20L)
        .containsEntry("安全计算环境", 34L)
        .containsEntry("安全运维管理", 48L);
  }

  @Test
  void offSiteBackupIsRealTimeAtLevelThreeAndPeriodicAtLevelTwo() {
    Requirement three = catalogue.find("L3-8.1.4.9-b").orElseThrow();
    Requirement two = catalogue.find("L2-7.1.4.8-b").orElseThrow();
    assertThat(three.key()).isEqualTo("1.4.9-b");
    assertThat(three.item().gloss().zh()).contains("实时");
    assertThat(two.item().gloss().zh()).contains("定期");
  }

  @Test
  void asksAssetsOfItsKindsAndElseTheSystem() {
    Requirement backup = catalogue.find("L3-8.1.4.9-b").orElseThrow();
    Asset key = new Asset("db-1", "审查库", AssetKind.DATABASE, "", List.of(), 3, "");
    Asset ordinary = new Asset("db-2", "测试库", AssetKind.DATABASE, "", List.of(), 1, "");
    Asset host = new Asset("host-1", "主机", AssetKind.HOST, "", List.of(), 3, "");
    assertThat(backup.objects(system(ordinary, key, host))).containsExactly("db-1");
    assertThat(backup.objects(system(ordinary, host))).containsExactly("system-1");
  }

  @Test
  void namesExtensionsThatItHasNoRequirementsFor() {
    assertThat(catalogue.missing(4, Set.of("cloud"))).containsExactly("cloud");
    assertThat(catalogue.missing(3, Set.of("cloud", "ics"))).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    CatalogueReader reader = new CatalogueReader();
    reader.readNames(Knowledge.table("names.tsv"));
    reader.readTexts(Knowledge.table("texts.tsv"));
    reader.readRequirements(Knowledge.table("level-3.tsv"));
    reader.readRequirements(Knowledge.table("level-3.tsv").subList(0, 1));
    assertThatThrownBy(() -> reader.catalogue(Knowledge.yaml("catalogue.yml")))
        .hasMessageContaining("L3-8.1.1.1-a is there twice")
        .hasMessageContaining("level: counted");
  }

  private static ProtectedSystem system(Asset... assets) {
    return new ProtectedSystem(
        "system-1", "专利审查系统", 3, "S3A3G3", Set.of(), "", "", null, false, "", List.of(assets));
  }
}
