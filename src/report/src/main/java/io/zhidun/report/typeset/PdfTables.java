package io.zhidun.report.typeset;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Table;
import io.zhidun.report.document.Block.Tone;
import java.awt.Color;
import java.util.List;

/** Sets tables: the head again on each page, a row whole on one page where it fits on one. */
final class PdfTables {

  private static final float SIZE = 9;
  private static final float LEADING = 13.5f;
  private static final String HEAD_GROUND = "DDE4ED";
  private static final Color LINE = new Color(0x8A93A3);

  /** Rows are given to the page in parts, so that a table of 10,000 rows needs little memory. */
  private static final int PART = 60;

  private final PdfFaces faces;

  PdfTables(PdfFaces faces) {
    this.faces = faces;
  }

  void set(Table table, com.lowagie.text.Document pdf) {
    PdfPTable set = new PdfPTable(table.columns().size());
    float[] widths = new float[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = table.columns().get(i).width();
    }
    set.setWidths(widths);
    set.setWidthPercentage(100);
    set.setSpacingBefore(table.caption().isEmpty() ? 8 : 0);
    set.setSpacingAfter(10);
    set.setSplitLate(true);
    if (table.hasHead()) {
      table.columns().forEach(column -> set.addCell(head(column)));
      set.setHeaderRows(1);
    }
    set.setComplete(false);
    int rows = 0;
    for (Row row : table.rows()) {
      row(row, table.columns(), set);
      if (++rows % PART == 0) {
        pdf.add(set);
      }
    }
    set.setComplete(true);
    pdf.add(set);
  }

  private PdfPCell head(Column column) {
    return cell(
        faces.heading(column.title(), SIZE), Element.ALIGN_CENTER, PdfFaces.colour(HEAD_GROUND));
  }

  private void row(Row row, List<Column> columns, PdfPTable set) {
    int at = 0;
    for (Cell cell : row.cells()) {
      boolean centred = columns.get(at).centred() && cell.span() == 1;
      PdfPCell made =
          cell(
              words(cell),
              centred ? Element.ALIGN_CENTER : Element.ALIGN_LEFT,
              PdfFaces.colour(cell.tone().ground()));
      made.setColspan(cell.span());
      set.addCell(made);
      at += cell.span();
    }
  }

  private Chunk words(Cell cell) {
    boolean strong = cell.tone() == Tone.NAME || cell.tone() == Tone.BAD;
    return strong
        ? faces.heading(cell.text(), SIZE, cell.tone().ink())
        : faces.text(cell.text(), SIZE, cell.tone().ink());
  }

  private static PdfPCell cell(Chunk words, int side, Color ground) {
    PdfPCell cell = new PdfPCell(new Phrase(words));
    cell.setLeading(LEADING, 0);
    cell.setHorizontalAlignment(side);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setBackgroundColor(ground);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.5f);
    cell.setPadding(4);
    cell.setPaddingTop(2);
    cell.setPaddingBottom(5);
    return cell;
  }
}
