package io.zhidun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.zhidun.report.oscal.OscalReport;
import io.zhidun.rules.compliance.record.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against the complete JSON schema of OSCAL 1.1.2 that NIST's own Java library carries. */
class OscalReportTest {

  private static final Schema SCHEMA = schema();

  private final Assessment assessment = SampleAssessment.of(7, 10);
  private final ReportModel model = ReportModel.of(assessment, SampleAssessment.IMPRINT);
  private final Map<String, byte[]> files = OscalReport.write(model);

  @Test
  void everyDocumentKeepsToTheSchema() {
    assertThat(files)
        .containsOnlyKeys(
            "catalog.json", "profile-level-3.json", "assessment-results.json", "poam.json");
    files.forEach((name, bytes) -> assertThat(faults(bytes)).as(name).isEmpty());
  }

  @Test
  void hostileTextsKeepToTheSchemaToo() {
    Imprint hostile =
        Imprint.of("\u0000\n <img src=x> [a](b)\u2028 ", SampleAssessment.IMPRINT.date());
    OscalReport.write(ReportModel.of(assessment, hostile))
        .forEach((name, bytes) -> assertThat(faults(bytes)).as(name).isEmpty());
  }

  @Test
  void schemaSeesAFault() {
    String broken =
        new String(file("poam.json"), StandardCharsets.UTF_8).replace("\"uuid\"", "\"uuidd\"");
    assertThat(faults(broken.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  @Test
  void figuresAndFindingsAreThoseOfTheModel() {
    JsonNode result =
        new JsonMapper()
            .readTree(file("assessment-results.json"))
            .get("assessment-results")
            .get("results")
            .get(0);
    Map<String, String> figures = new LinkedHashMap<>();
    result
        .get("props")
        .forEach(property -> figures.put(text(property, "name"), text(property, "value")));
    assertThat(figures).isEqualTo(model.figures());
    assertThat(result.get("findings").size()).isEqualTo(211);
    assertThat(result.get("observations").size()).isEqualTo(assessment.cells().size());
    assertThat(result.get("findings").valueStream().filter(OscalReportTest::isSatisfied).count())
        .isEqualTo(Integer.parseInt(model.figures().getOrDefault("items.met", "")));
  }

  private static boolean isSatisfied(JsonNode finding) {
    return text(finding.get("target").get("status"), "state").equals("satisfied");
  }

  private static String text(JsonNode node, String member) {
    return node.get(member).asString();
  }

  private byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static List<String> faults(byte[] document) {
    return SCHEMA.validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON).stream()
        .map(Object::toString)
        .limit(20)
        .toList();
  }

  private static Schema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            OscalReportTest.class.getResourceAsStream("/schema/json/oscal-complete_schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
