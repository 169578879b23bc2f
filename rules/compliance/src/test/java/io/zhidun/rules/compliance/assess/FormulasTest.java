package io.zhidun.rules.compliance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormulasTest {
  private final List<Requirement> requirements =
      Catalogue.shipped().of(3, Set.of()).subList(0, 200);

  @Test
  void aboveNinetyIsCompliantAndExactlyNinetyIsADoubt() {
    assertThat(conclude("2025", 181, 0, 0).value().zh()).isEqualTo("符合");
    Conclusion exact = conclude("2025", 180, 0, 0);
    assertThat(exact.value().zh()).isEqualTo("基本符合");
    assertThat(exact.doubts().get(0).zh()).isEqualTo("符合率恰为 90%，文件未规定；按配置取“基本符合”");
    assertThat(conclude("2025", 179, 0, 0).doubts()).isEmpty();
  }

  @Test
  void belowSixtyIsNotCompliantAndExactlySixtyIsADoubt() {
    assertThat(conclude("2025", 119, 0, 0).value().zh()).isEqualTo("不符合");
    assertThat(conclude("2025", 120, 0, 0).doubts()).hasSize(1);
    assertThat(conclude("2025", 121, 0, 0).value().zh()).isEqualTo("基本符合");
  }

  @Test
  void majorRisksMatterAboveNinetyOnly() {
    assertThat(conclude("2025", 200, 0, 1).value().zh()).isEqualTo("基本符合");
    assertThat(conclude("2025", 200, 0, 1).doubts()).hasSize(1);
    assertThat(conclude("2025", 150, 0, 1).value().zh()).isEqualTo("基本符合");
    assertThat(conclude("2025", 150, 0, 1).doubts()).isEmpty();
  }

  @Test
  void whatDoesNotApplyLeavesTheRate() {
    Conclusion conclusion = conclude("2025", 90, 100, 0);
    assertThat(conclusion.score()).isEqualTo(0.9);
    assertThat(conclusion.formula()).isEqualTo("compliance-rate #2026.11");
  }

  @Test
  void theFormulaOfTwentyTwentyOneDeducts() {
    Conclusion all = conclude("2021", 200, 0, 0);
    assertThat(all.score()).isEqualTo(100);
    assertThat(all.value().zh()).isEqualTo("优");
    assertThat(conclude("2021", 190, 0, 0).score()).isEqualTo(95);
    assertThat(all.doubts()).anyMatch(doubt -> doubt.zh().contains("未经原文核对"));
  }

  private Conclusion conclude(String template, int met, int notApplicable, int majorRisks) {
    List<ItemResult> items = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < requirements.size(); i++) {
      Result result =
          i < met
              ? Result.MET
              : i >= requirements.size() - notApplicable ? Result.NOT_APPLICABLE : Result.NOT_MET;
      String item = requirements.get(i).id();
      items.add(new ItemResult(item, result, Map.of(result, 1), false));
      cells.add(
          new Cell(
              item,
              "o",
              result,
              new Texts("", ""),
              List.of(),
              new Judge(Judge.Kind.RULE, "", ""),
              Instant.EPOCH));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < majorRisks; i++) {
      findings.add(
          new Finding(
              "A-0" + i,
              Finding.Kind.MAJOR_RISK,
              new Texts("", ""),
              List.of(),
              List.of(),
              new Texts("", ""),
              false));
    }
    return Formulas.shipped().conclude(template, requirements, items, cells, findings, List.of());
  }
}
