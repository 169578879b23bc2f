package io.zhidun.report.typeset;

import com.lowagie.text.Chunk;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.DottedLineSeparator;
import io.zhidun.report.document.Block;
import io.zhidun.report.document.Document;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/** Sets a document from its first page to its last. */
final class PdfPass implements Block.Setter {

  static final float LEFT = 76;
  static final float RIGHT = 71;
  private static final float TOP = 84;
  private static final float BOTTOM = 74;

  /** A heading or a caption needs this much room under it, or it goes to the next page. */
  private static final float ROOM_UNDER_HEADING = 96;

  private static final float BODY = 12;
  private static final float[] HEADINGS = {17, 14, 12};

  private final Document document;
  private final PdfFaces faces;
  private final PdfPages known;
  private final com.lowagie.text.Document pdf;
  private final PdfMargins margins;
  private final PdfTables tables;
  private final Deque<PdfOutline> bookmarks = new ArrayDeque<>();
  private boolean fresh;

  PdfPass(Document document, PdfFaces faces, PdfPages known) {
    this.document = document;
    this.faces = faces;
    this.known = known;
    this.pdf = new com.lowagie.text.Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
    this.margins = new PdfMargins(document, faces, known);
    this.tables = new PdfTables(faces);
  }

  /** Returns where things came to stand. */
  PdfPages run(OutputStream out) throws IOException {
    try {
      PdfWriter writer = PdfWriter.getInstance(pdf, new Unclosed(out));
      writer.setPdfVersion(PdfWriter.VERSION_1_7);
      writer.setFullCompression();
      writer.setPageEvent(margins);
      properties(writer);
      pdf.open();
      new PdfCover(document.cover(), faces).set(pdf, writer);
      frontMatter();
      body(writer);
      PdfPages learnt = margins.learnt(writer.getPageNumber());
      pdf.close();
      return learnt;
    } catch (DocumentException unset) {
      throw new IOException("the PDF could not be set: " + unset.getMessage(), unset);
    }
  }

  private void properties(PdfWriter writer) {
    pdf.addTitle(document.cover().title() + " " + document.cover().subject());
    pdf.addAuthor(document.cover().organisation());
    pdf.addSubject(document.cover().notice());
    pdf.addCreator("Zhidun");
    GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    made.setTimeInMillis(document.made().toEpochMilli());
    writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(made));
    writer.getInfo().put(PdfName.MODDATE, new PdfDate(made));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(document.language()));
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
  }

  private void frontMatter() {
    pdf.newPage();
    margins.front();
    fresh = true;
    document.front().forEach(block -> block.accept(this));
    pdf.newPage();
    Paragraph title = new Paragraph(faces.heading(document.words().contents(), 17));
    title.setAlignment(Element.ALIGN_CENTER);
    title.setSpacingAfter(16);
    pdf.add(title);
    for (Block.Heading heading : document.contents()) {
      contentsLine(heading);
    }
  }

  private void contentsLine(Block.Heading heading) {
    boolean chapter = heading.level() == 1;
    Paragraph line = new Paragraph(chapter ? 19 : 17);
    line.setIndentationLeft(chapter ? 0 : 24);
    line.setSpacingBefore(chapter ? 3 : 0);
    Chunk title = chapter ? faces.heading(heading.title(), 12) : faces.text(heading.title(), 11);
    line.add(title.setLocalGoto(heading.anchor()));
    DottedLineSeparator dots = new DottedLineSeparator();
    dots.setGap(3);
    line.add(new Chunk(dots));
    line.add(faces.text(known.of(heading.anchor()), 11).setLocalGoto(heading.anchor()));
    pdf.add(line);
  }

  private void body(PdfWriter writer) {
    pdf.newPage();
    margins.body(writer.getPageNumber());
    bookmarks.push(writer.getRootOutline());
    fresh = true;
    document.body().forEach(block -> block.accept(this));
  }

  @Override
  public void heading(Block.Heading heading) {
    boolean chapter = heading.level() == 1;
    if (!fresh && chapter) {
      pdf.newPage();
    }
    roomFor(chapter ? 0 : ROOM_UNDER_HEADING);
    float size = HEADINGS[heading.level() - 1];
    Chunk words = faces.heading(heading.title(), size);
    words.setLocalDestination(heading.anchor());
    words.setGenericTag(heading.anchor());
    Paragraph line = new Paragraph(size * 1.45f);
    line.add(words);
    line.setAlignment(chapter ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
    line.setSpacingBefore(fresh ? 0 : 12);
    line.setSpacingAfter(chapter ? 14 : 6);
    add(line);
    bookmark(heading);
  }

  private void bookmark(Block.Heading heading) {
    if (bookmarks.isEmpty()) {
      return;
    }
    while (bookmarks.size() > heading.level()) {
      bookmarks.pop();
    }
    PdfOutline parent = bookmarks.getFirst();
    PdfOutline mark =
        new PdfOutline(
            parent, PdfAction.gotoLocalPage(heading.anchor(), false), heading.title(), false);
    bookmarks.push(mark);
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    switch (paragraph.kind()) {
      case BODY -> add(running(paragraph.text(), BODY, 24, 0));
      case BULLET -> add(running("· " + paragraph.text(), BODY, -12, 36));
      case NOTE -> {
        Paragraph note = new Paragraph(15);
        note.add(faces.text(paragraph.text(), 9, Block.Tone.MUTED.ink()));
        note.setSpacingAfter(8);
        add(note);
      }
      case NOTICE -> add(framed(paragraph.text()));
    }
  }

  private Paragraph running(String words, float size, float firstLine, float left) {
    Paragraph running = new Paragraph(size * 1.75f);
    running.add(faces.text(words, size));
    running.setFirstLineIndent(firstLine);
    running.setIndentationLeft(left);
    running.setAlignment(Element.ALIGN_JUSTIFIED);
    running.setSpacingAfter(3);
    return running;
  }

  private PdfPTable framed(String words) {
    Paragraph inside = new Paragraph(20);
    inside.add(faces.heading(words, 12));
    inside.setAlignment(Element.ALIGN_CENTER);
    PdfPCell cell = new PdfPCell();
    cell.addElement(inside);
    cell.setPadding(8);
    cell.setPaddingBottom(12);
    cell.setBorderWidth(1.2f);
    PdfPTable frame = new PdfPTable(1);
    frame.setWidthPercentage(100);
    frame.setSpacingBefore(10);
    frame.setSpacingAfter(10);
    frame.addCell(cell);
    return frame;
  }

  @Override
  public void table(Block.Table table) {
    roomFor(ROOM_UNDER_HEADING);
    if (!table.caption().isEmpty()) {
      add(caption(table.caption()));
    }
    tables.set(table, pdf);
    fresh = false;
  }

  @Override
  public void bars(Block.Bars bars) {
    PdfBars figure = new PdfBars(bars, faces);
    roomFor(figure.height() + 40);
    add(figure.table());
    add(figure.legend());
    add(caption(bars.caption()));
  }

  private Paragraph caption(String words) {
    Paragraph caption = new Paragraph(16);
    caption.add(faces.heading(words, 10.5f));
    caption.setAlignment(Element.ALIGN_CENTER);
    caption.setSpacingBefore(8);
    caption.setSpacingAfter(5);
    return caption;
  }

  private void roomFor(float height) {
    if (!fresh && margins.room(BOTTOM) < height) {
      pdf.newPage();
      fresh = true;
    }
  }

  private void add(Element element) {
    pdf.add(element);
    fresh = false;
  }

  /** The stream belongs to the caller. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
