package io.zhidun.report.typeset;

import io.zhidun.report.document.Block;
import io.zhidun.report.document.Cover;
import io.zhidun.report.document.Document;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/** Writes the main part: title page, front matter, contents, body, each a section but the third. */
final class DocxBody implements Block.Setter {

  /** Longer titles would not stand on one line at the size of a Chinese one. */
  private static final int LONG_TITLE = 16;

  private final Document document;
  private final WordXml xml;
  private final DocxTables tables;
  private int bookmarks;

  private DocxBody(Document document, WordXml xml) {
    this.document = document;
    this.xml = xml;
    this.tables = new DocxTables(xml);
  }

  static void write(Document document, OutputStream out) throws XMLStreamException {
    try (WordXml xml = new WordXml(out, "document")) {
      xml.open("body");
      DocxBody body = new DocxBody(document, xml);
      body.cover(document.cover());
      document.front().forEach(block -> block.accept(body));
      body.contents();
      document.body().forEach(block -> block.accept(body));
      body.section("rIdFooterBody", "decimal");
      xml.close(1);
    } catch (UncheckedXml unwritten) {
      throw unwritten.cause;
    }
  }

  private void cover(Cover cover) throws XMLStreamException {
    xml.paragraph("CoverMark", cover.mark());
    boolean isLong = cover.title().length() > LONG_TITLE;
    xml.paragraph(isLong ? "CoverTitleLong" : "CoverTitle", cover.title());
    xml.paragraph("CoverSubtitle", cover.subtitle());
    xml.paragraph("CoverSubject", cover.subject());
    if (!cover.facts().isEmpty()) {
      facts(cover);
    }
    xml.paragraph("Notice", cover.notice());
    xml.open("p").open("pPr").empty("pStyle", "val", "CoverFoot");
    xml.empty("spacing", "before", "1100").close(1).run(cover.organisation()).close(1);
    xml.open("p").open("pPr").empty("pStyle", "val", "CoverDate").open("sectPr");
    page();
    xml.close(2).run(cover.date()).close(1);
  }

  private void facts(Cover cover) throws XMLStreamException {
    int[] widths = {2_000, 5_200};
    tables.begin(widths, false);
    for (Cover.Fact fact : cover.facts()) {
      xml.open("tr").open("trPr").empty("cantSplit").close(1);
      coverCell(fact.name(), widths[0], true);
      coverCell(fact.value(), widths[1], false);
      xml.close(1);
    }
    xml.close(1);
    xml.paragraph("AfterTable", "");
  }

  private void coverCell(String words, int width, boolean name) throws XMLStreamException {
    xml.open("tc").open("tcPr").empty("tcW", "w", String.valueOf(width), "type", "dxa");
    if (!name) {
      xml.open("tcBorders");
      xml.empty("bottom", "val", "single", "sz", "6", "space", "0", "color", "5F6673").close(1);
    }
    xml.empty("vAlign", "val", "bottom").close(1);
    xml.paragraph("CoverFact").run(words, "000000", name).close(2);
  }

  /**
   * Lines that refer to pages one by one: LibreOffice computes such references when it opens the
   * file, Word when it updates fields, while the numbers of a contents field stay as written.
   */
  private void contents() throws XMLStreamException {
    xml.paragraph("FrontTitle", document.words().contents());
    for (Block.Heading heading : document.contents()) {
      xml.paragraph(heading.level() == 1 ? "TOC1" : "TOC2");
      String mark = mark(heading.anchor());
      xml.open("hyperlink", "anchor", mark, "history", "1");
      xml.run(heading.title()).tab().field("PAGEREF " + mark + " \\h", "…");
      xml.close(2);
    }
    xml.open("p").open("pPr").empty("pStyle", "val", "AfterTable").open("sectPr");
    footed("rIdFooterFront");
    page();
    xml.empty("pgNumType", "fmt", "upperRoman", "start", "1").close(3);
  }

  private void section(String footer, String numbers) throws XMLStreamException {
    xml.open("sectPr");
    footed(footer);
    page();
    xml.empty("pgNumType", "fmt", numbers, "start", "1").close(1);
  }

  private void footed(String footer) throws XMLStreamException {
    xml.relation("headerReference", "default", "rIdHeader");
    xml.relation("footerReference", "default", footer);
  }

  private void page() throws XMLStreamException {
    xml.empty("pgSz", "w", "11906", "h", "16838");
    xml.empty(
        "pgMar", "top", "1680", "right", "1420", "bottom", "1480", "left", "1520", "header", "1000",
        "footer", "800", "gutter", "0");
  }

  @Override
  public void heading(Block.Heading heading) {
    write(
        () -> {
          String id = String.valueOf(++bookmarks);
          xml.paragraph(heading.number().isEmpty() ? "FrontTitle" : "Heading" + heading.level());
          xml.empty("bookmarkStart", "id", id, "name", mark(heading.anchor()));
          xml.run(heading.title());
          xml.empty("bookmarkEnd", "id", id).close(1);
        });
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    write(
        () -> {
          switch (paragraph.kind()) {
            case BODY -> xml.paragraph("BodyText", paragraph.text());
            case BULLET -> xml.paragraph("ListBullet", "·  " + paragraph.text());
            case NOTICE -> xml.paragraph("Notice", paragraph.text());
            case NOTE -> xml.paragraph("Note", paragraph.text());
          }
        });
  }

  @Override
  public void table(Block.Table table) {
    write(
        () -> {
          if (!table.caption().isEmpty()) {
            xml.paragraph("Caption", table.caption());
          }
          tables.table(table);
        });
  }

  @Override
  public void bars(Block.Bars bars) {
    write(() -> tables.bars(bars));
  }

  /** Bookmarks may hold letters, digits and underscores. */
  private static String mark(String anchor) {
    return "_Toc_" + anchor.replaceAll("[^A-Za-z0-9]", "_");
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (XMLStreamException unwritten) {
      throw new UncheckedXml(unwritten);
    }
  }

  /** Something that writes. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  /** Carries a fault through the visits of blocks. */
  private static final class UncheckedXml extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final XMLStreamException cause;

    UncheckedXml(XMLStreamException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
