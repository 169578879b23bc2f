package io.zhidun.report.typeset;

import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.zhidun.report.document.Block.Bar;
import io.zhidun.report.document.Block.Bars;
import io.zhidun.report.document.Block.Part;
import java.awt.Color;

/** Draws stacked bars; a part that is wide enough carries its number. */
final class PdfBars {

  private static final float ROW = 20;
  private static final float SIZE = 9;

  private final Bars bars;
  private final PdfFaces faces;

  PdfBars(Bars bars, PdfFaces faces) {
    this.bars = bars;
    this.faces = faces;
  }

  float height() {
    return ROW * bars.bars().size();
  }

  PdfPTable table() {
    PdfPTable table = new PdfPTable(new float[] {24, 68, 8});
    table.setWidthPercentage(100);
    table.setSpacingBefore(8);
    for (Bar bar : bars.bars()) {
      table.addCell(words(bar.name(), Element.ALIGN_RIGHT));
      PdfPCell drawn = words("", Element.ALIGN_LEFT);
      drawn.setCellEvent((cell, where, canvases) -> draw(bar, where, canvases));
      table.addCell(drawn);
      table.addCell(words(String.valueOf(bar.sum()), Element.ALIGN_LEFT));
    }
    return table;
  }

  private PdfPCell words(String words, int side) {
    PdfPCell cell = new PdfPCell(new Phrase(faces.text(words, SIZE)));
    cell.setHorizontalAlignment(side);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setFixedHeight(ROW);
    cell.setBorder(Rectangle.NO_BORDER);
    return cell;
  }

  private void draw(Bar bar, Rectangle where, PdfContentByte[] canvases) {
    PdfContentByte shapes = canvases[PdfPTable.BACKGROUNDCANVAS];
    PdfContentByte text = canvases[PdfPTable.TEXTCANVAS];
    float unit = (where.getWidth() - 8) / bars.longest();
    float x = where.getLeft() + 4;
    for (int i = 0; i < bar.numbers().size(); i++) {
      float width = bar.numbers().get(i) * unit;
      shapes.saveState();
      shapes.setColorFill(PdfFaces.colour(bars.legend().get(i).colour()));
      shapes.rectangle(x, where.getBottom() + 3, width, where.getHeight() - 6);
      shapes.fill();
      shapes.restoreState();
      if (width > 11) {
        number(bar.numbers().get(i), x + width / 2, where.getBottom() + 7, text);
      }
      x += width;
    }
  }

  private void number(int number, float x, float y, PdfContentByte canvas) {
    canvas.saveState();
    canvas.beginText();
    canvas.setColorFill(Color.WHITE);
    canvas.setFontAndSize(faces.textFace(), 8);
    canvas.showTextAligned(Element.ALIGN_CENTER, String.valueOf(number), x, y, 0);
    canvas.endText();
    canvas.restoreState();
  }

  Paragraph legend() {
    Paragraph legend = new Paragraph(15);
    for (Part part : bars.legend()) {
      legend.add(faces.text("■ ", SIZE, part.colour()));
      legend.add(faces.text(part.name() + "    ", SIZE));
    }
    legend.setAlignment(Element.ALIGN_CENTER);
    return legend;
  }
}
