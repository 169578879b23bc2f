package io.zhidun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.report.pack.EvidenceContent;
import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Result;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportModelTest {

  private final Assessment assessment = SampleAssessment.of(7, 20);
  private final ReportModel model = ReportModel.of(assessment, SampleAssessment.IMPRINT);

  @Test
  void countsEachRequirementOnceInItsCategory() {
    assertThat(model.totals().total()).isEqualTo(211);
    assertThat(model.categories()).hasSize(10);
    for (Result result : Result.values()) {
      int inCategories = model.categories().stream().mapToInt(row -> row.counts().of(result)).sum();
      assertThat(inCategories).as(result.wire()).isEqualTo(model.totals().of(result));
    }
  }

  @Test
  void countsRisksBeforeRectificationAndAnnotatesThem() {
    assertThat(model.majorRisks().note().zh()).isEqualTo("10（5个已整改）");
    assertThat(model.highRisks().note().zh()).isEqualTo("2");
  }

  @Test
  void refusesAnAssessmentWhoseConclusionIsNotItsSum() {
    Conclusion told = assessment.conclusion();
    Conclusion wrong =
        new Conclusion(
            told.template(),
            told.formula(),
            told.score(),
            told.value(),
            told.items(),
            told.covered(),
            told.highRisks(),
            9,
            5,
            told.doubts());
    Assessment contradicting =
        new Assessment(
            assessment.id(),
            assessment.system(),
            assessment.catalogue(),
            assessment.rules(),
            assessment.from(),
            assessment.to(),
            assessment.madeAt(),
            assessment.requirements(),
            assessment.cells(),
            assessment.items(),
            assessment.evidence(),
            assessment.findings(),
            assessment.waivers(),
            assessment.rectifications(),
            wrong);
    assertThatThrownBy(() -> ReportModel.of(contradicting, SampleAssessment.IMPRINT))
        .hasMessageContaining("9 major risks")
        .hasMessageContaining("10 and 5");
  }

  @Test
  void jsonCarriesTheWholeAssessment() {
    JsonNode report = new JsonMapper().readTree(JsonReport.write(model));
    byte[] carried = report.get("assessment").toString().getBytes(StandardCharsets.UTF_8);
    assertThat(AssessmentJson.read(carried)).isEqualTo(assessment);
  }

  @Test
  void hashesEvidenceAsTheChecksDo() {
    assertThat(assessment.evidence())
        .isNotEmpty()
        .allMatch(Looked::isWhole)
        .allMatch(EvidenceContent::isWhole);
  }

  @Test
  void controlCharactersAndTurnedWritingAreShownNotPrinted() {
    assertThat(Plain.of("a\u0000b\u202Ec\td\r\ne\uD800")).isEqualTo("a\uFFFDb\uFFFDc d\ne\uFFFD");
    assertThat(Plain.of("字".repeat(5_000))).hasSize(Plain.MOST_CHARACTERS + 1).endsWith("…");
  }

  @Test
  void csvFieldsNeverBecomeFormulas() {
    assertThat(CsvReport.field("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
    assertThat(CsvReport.field("  +1")).isEqualTo("'  +1");
    assertThat(CsvReport.field("@SUM")).isEqualTo("'@SUM");
    assertThat(CsvReport.field("a,b\nc")).isEqualTo("\"a,b\nc\"");
  }
}
