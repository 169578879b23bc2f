package io.zhidun.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Cover;
import io.zhidun.report.document.Document;
import io.zhidun.report.document.Outline;
import io.zhidun.report.typeset.DocxTypesetter;
import io.zhidun.report.typeset.Fonts;
import io.zhidun.report.typeset.PdfTypesetter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A document that is not of an assessment, with texts that nobody would write. */
class LongTextTest {

  private static final String LONG = "A".repeat(1_500) + "，".repeat(500) + "字".repeat(3_000);
  private static final String RARE = "名字\uD83D\uDE00\u0001\u202Eend";

  private final Document document = document();

  @Test
  void cellTallerThanAPageRunsOverPagesOfThePdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfTypesetter(Fonts.installed()).write(document, out);
    try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
      String text = new PDFTextStripper().getText(read).replaceAll("\\s", "");
      assertThat(read.getNumberOfPages()).isBetween(5, 40);
      assertThat(text).contains("名字〓").contains("end").contains("Page1of");
      assertThat(text.chars().filter(c -> c == '字').count()).isGreaterThanOrEqualTo(2_000);
    }
  }

  @Test
  void docxKeepsTheTextUpToItsLimit() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DocxTypesetter().write(document, out);
    try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      String cell = read.getTables().get(0).getRow(1).getCell(0).getText();
      assertThat(cell).hasSize(Plain.MOST_CHARACTERS + 1).endsWith("…");
      assertThat(read.getTables().get(0).getRow(1).getCell(1).getText()).doesNotContain("\u202E");
    }
  }

  private static Document document() {
    Outline outline = new Outline("Annex ", "Table", "Figure");
    outline.chapter("Availability");
    outline.table(
        "Services",
        List.of(Column.left("Text", 1), Column.left("Name", 3)),
        List.of(Row.of(Cell.of(LONG), Cell.of(RARE)), Row.of(Cell.of(""), Cell.of("2"))));
    return new Document(
        new Cover("1", "Monthly report", "", "Service", List.of(), "None", "Office", "2026-11"),
        "en",
        "Monthly report",
        "Office",
        new Document.PageWords("Contents", "Page %s", "Page %d of %d"),
        List.of(),
        outline.blocks(),
        Instant.EPOCH);
  }
}
