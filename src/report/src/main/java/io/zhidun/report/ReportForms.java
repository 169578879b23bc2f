package io.zhidun.report;

import io.zhidun.report.content.AssessmentDocument;
import io.zhidun.report.content.Language;
import io.zhidun.report.document.Document;
import io.zhidun.report.oscal.OscalReport;
import io.zhidun.report.typeset.DocxTypesetter;
import io.zhidun.report.typeset.Fonts;
import io.zhidun.report.typeset.PdfTypesetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The forms of one report as files.
 *
 * @param language of DOCX and PDF
 * @param fonts of the PDF; empty where the system has none
 */
public record ReportForms(ReportModel model, Language language, Optional<Fonts> fonts) {

  /**
   * Path of each file → its bytes; paths are of small ASCII letters with forward slashes.
   *
   * @throws IllegalStateException for a PDF without a font
   */
  public Map<String, byte[]> files(Form form) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    switch (form) {
      case DOCX -> files.put("report.docx", docx());
      case PDF -> files.put("report.pdf", pdf());
      case JSON -> files.put("report.json", JsonReport.write(model));
      case CSV -> CsvReport.write(model).forEach(into(files, "csv/", ".csv"));
      case OSCAL -> OscalReport.write(model).forEach(into(files, "oscal/", ""));
    }
    return files;
  }

  private static BiConsumer<String, byte[]> into(
      Map<String, byte[]> files, String folder, String end) {
    return (name, bytes) -> files.put(folder + name + end, bytes);
  }

  private Document document() {
    return AssessmentDocument.of(model, language);
  }

  private byte[] docx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    new DocxTypesetter().write(document(), out);
    return out.toByteArray();
  }

  private byte[] pdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    Fonts chosen = fonts.orElseGet(Fonts::installed);
    new PdfTypesetter(chosen).write(document(), out);
    return out.toByteArray();
  }
}
