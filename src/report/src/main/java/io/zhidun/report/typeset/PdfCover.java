package io.zhidun.report.typeset;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.zhidun.report.document.Cover;
import java.awt.Color;

/** Sets a title page. */
final class PdfCover {

  private static final float LARGEST = 30;

  private final Cover cover;
  private final PdfFaces faces;

  PdfCover(Cover cover, PdfFaces faces) {
    this.cover = cover;
    this.faces = faces;
  }

  void set(com.lowagie.text.Document pdf, PdfWriter writer) {
    pdf.add(line(faces.text(cover.mark(), 10.5f), Element.ALIGN_RIGHT, 16, 0));
    pdf.add(
        line(
            faces.heading(cover.title(), titleSize(pdf.right() - pdf.left())),
            Element.ALIGN_CENTER,
            42,
            84));
    pdf.add(line(faces.text(cover.subtitle(), 12), Element.ALIGN_CENTER, 20, 6));
    pdf.add(line(faces.heading(cover.subject(), 20), Element.ALIGN_CENTER, 30, 28));
    pdf.add(facts());
    pdf.add(notice());
    foot(pdf, writer);
  }

  /** As large as one line allows. */
  private float titleSize(float width) {
    return Math.min(LARGEST, LARGEST * width * 0.96f / faces.headingWidth(cover.title(), LARGEST));
  }

  private static Paragraph line(Chunk words, int side, float leading, float before) {
    Paragraph line = new Paragraph(leading);
    line.add(words);
    line.setAlignment(side);
    line.setSpacingBefore(before);
    return line;
  }

  private PdfPTable facts() {
    PdfPTable table = new PdfPTable(new float[] {30, 70});
    table.setWidthPercentage(82);
    table.setSpacingBefore(34);
    for (Cover.Fact fact : cover.facts()) {
      PdfPCell name = cell(faces.heading(fact.name(), 12));
      name.setBorder(Rectangle.NO_BORDER);
      table.addCell(name);
      PdfPCell value = cell(faces.text(fact.value(), 12));
      value.setBorder(Rectangle.BOTTOM);
      value.setBorderWidth(0.7f);
      value.setBorderColor(new Color(0x5F6673));
      table.addCell(value);
    }
    return table;
  }

  private static PdfPCell cell(Chunk words) {
    Phrase phrase = new Phrase(18);
    phrase.add(words);
    PdfPCell cell = new PdfPCell(phrase);
    cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
    cell.setPadding(4);
    cell.setPaddingBottom(6);
    return cell;
  }

  private PdfPTable notice() {
    Paragraph words = new Paragraph(20);
    words.add(faces.heading(cover.notice(), 12));
    words.setAlignment(Element.ALIGN_CENTER);
    PdfPCell cell = new PdfPCell();
    cell.addElement(words);
    cell.setBorderWidth(1.2f);
    cell.setPadding(6);
    cell.setPaddingBottom(11);
    PdfPTable frame = new PdfPTable(1);
    frame.setWidthPercentage(82);
    frame.setSpacingBefore(30);
    frame.addCell(cell);
    return frame;
  }

  private void foot(com.lowagie.text.Document pdf, PdfWriter writer) {
    float middle = (pdf.left() + pdf.right()) / 2;
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_CENTER,
        new Phrase(faces.heading(cover.organisation(), 16)),
        middle,
        118,
        0);
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_CENTER,
        new Phrase(faces.text(cover.date(), 14)),
        middle,
        92,
        0);
  }
}
