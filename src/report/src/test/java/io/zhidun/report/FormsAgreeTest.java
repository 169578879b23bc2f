package io.zhidun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.report.content.AssessmentDocument;
import io.zhidun.report.content.Language;
import io.zhidun.report.document.Document;
import io.zhidun.report.typeset.DocxTypesetter;
import io.zhidun.report.typeset.Fonts;
import io.zhidun.report.typeset.PdfTypesetter;
import io.zhidun.rules.compliance.record.Assessment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FontsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

class FormsAgreeTest {

  private final Assessment assessment = SampleAssessment.of(7, 10);
  private final ReportModel model = ReportModel.of(assessment, SampleAssessment.IMPRINT);
  private final ReadBack readBack = new ReadBack(model);
  private final Document document = AssessmentDocument.of(model, Language.CHINESE);

  @Test
  void numbersReadBackFromEveryFormAreThoseOfTheModel() throws IOException {
    Map<String, String> figures = model.figures();
    assertThat(figures).containsEntry("items.total", "211").hasSizeGreaterThan(90);
    assertThat(readBack.docx(docx(document)))
        .as("DOCX")
        .containsExactlyInAnyOrderEntriesOf(figures);
    assertThat(readBack.pdf(pdf(document))).as("PDF").containsExactlyInAnyOrderEntriesOf(figures);
    assertThat(readBack.json(JsonReport.write(model))).as("JSON").isEqualTo(figures);
    assertThat(readBack.csv(CsvReport.write(model).getOrDefault("figures", new byte[0])))
        .as("CSV")
        .isEqualTo(figures);
  }

  @Test
  void partsOfTheDocxKeepToTheSchema() throws Exception {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx(document)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    assertThat(faults(DocumentDocument.Factory.parse(part(parts, "word/document.xml")))).isEmpty();
    assertThat(faults(StylesDocument.Factory.parse(part(parts, "word/styles.xml")))).isEmpty();
    assertThat(faults(SettingsDocument.Factory.parse(part(parts, "word/settings.xml")))).isEmpty();
    assertThat(faults(FontsDocument.Factory.parse(part(parts, "word/fontTable.xml")))).isEmpty();
    assertThat(faults(HdrDocument.Factory.parse(part(parts, "word/header.xml")))).isEmpty();
    assertThat(faults(FtrDocument.Factory.parse(part(parts, "word/footer-body.xml")))).isEmpty();
  }

  private static InputStream part(Map<String, byte[]> parts, String name) {
    return new ByteArrayInputStream(Objects.requireNonNull(parts.get(name), name));
  }

  private static List<String> faults(XmlObject part) {
    List<XmlError> faults = new ArrayList<>();
    part.validate(new XmlOptions().setErrorListener(faults));
    return faults.stream().map(XmlError::getMessage).toList();
  }

  @Test
  void sameAssessmentGivesTheSameDocx() throws IOException {
    assertThat(docx(document)).isEqualTo(docx(document));
  }

  @Test
  void markupInNamesIsPrintedAsItStands() throws IOException {
    String name = "<w:p/>&<script>alert(1)</script>";
    Imprint imprint = Imprint.of(name, SampleAssessment.IMPRINT.date());
    Document hostile = AssessmentDocument.of(ReportModel.of(assessment, imprint), Language.CHINESE);
    try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(docx(hostile)))) {
      assertThat(read.getTables().get(0).getRow(0).getCell(1).getText()).isEqualTo(name);
    }
  }

  @Test
  void saysWhichFontIsMissing() {
    Fonts missing = new Fonts("/nowhere/FangSong.ttf", "/nowhere/SimHei.ttf");
    assertThatThrownBy(
            () -> new PdfTypesetter(missing).write(document, new ByteArrayOutputStream()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/nowhere/FangSong.ttf");
  }

  private static byte[] docx(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DocxTypesetter().write(document, out);
    return out.toByteArray();
  }

  private static byte[] pdf(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfTypesetter(Fonts.installed()).write(document, out);
    return out.toByteArray();
  }
}
