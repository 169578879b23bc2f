package io.zhidun.report.typeset;

import io.zhidun.report.document.Block.Bar;
import io.zhidun.report.document.Block.Bars;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Part;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Table;
import io.zhidun.report.document.Block.Tone;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes tables, and bars as tables of coloured cells, which every reader draws alike. */
final class DocxTables {

  /** Width of the text in twentieths of a point. */
  static final int TEXT_WIDTH = 8966;

  private static final String LINE = "8A93A3";
  private static final String HEAD_GROUND = "DDE4ED";

  /** Parts that a bar is divided into. */
  private static final int UNITS = 60;

  private final WordXml xml;

  DocxTables(WordXml xml) {
    this.xml = xml;
  }

  void table(Table table) throws XMLStreamException {
    if (table.rows().isEmpty() && !table.hasHead()) {
      // Word takes a table without rows for damage.
      return;
    }
    if (table.caption().isEmpty()) {
      xml.paragraph("AfterTable", "");
    }
    int[] widths = widths(table.columns());
    begin(widths, true);
    if (table.hasHead()) {
      xml.open("tr").open("trPr").empty("cantSplit").empty("tblHeader").close(1);
      for (int i = 0; i < widths.length; i++) {
        cell(widths[i], 1, HEAD_GROUND);
        xml.paragraph("TableHead", table.columns().get(i).title()).close(1);
      }
      xml.close(1);
    }
    for (Row row : table.rows()) {
      row(row, table.columns(), widths);
    }
    xml.close(1);
    xml.paragraph("AfterTable", "");
  }

  private static int[] widths(List<Column> columns) {
    int sum = columns.stream().mapToInt(Column::width).sum();
    int[] widths = new int[columns.size()];
    int used = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] =
          i == widths.length - 1 ? TEXT_WIDTH - used : columns.get(i).width() * TEXT_WIDTH / sum;
      used += widths[i];
    }
    return widths;
  }

  /** Opens a table of fixed widths; the caller closes it. */
  void begin(int[] widths, boolean lines) throws XMLStreamException {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    xml.open("tbl").open("tblPr").empty("tblW", "w", String.valueOf(sum), "type", "dxa");
    xml.empty("jc", "val", "center");
    if (lines) {
      xml.open("tblBorders");
      for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
        xml.empty(side, "val", "single", "sz", "4", "space", "0", "color", LINE);
      }
      xml.close(1);
    }
    xml.empty("tblLayout", "type", "fixed").open("tblCellMar");
    xml.empty("top", "w", "40", "type", "dxa").empty("left", "w", "80", "type", "dxa");
    xml.empty("bottom", "w", "40", "type", "dxa").empty("right", "w", "80", "type", "dxa");
    xml.close(2).open("tblGrid");
    for (int width : widths) {
      xml.empty("gridCol", "w", String.valueOf(width));
    }
    xml.close(1);
  }

  private void row(Row row, List<Column> columns, int[] widths) throws XMLStreamException {
    xml.open("tr").open("trPr").empty("cantSplit").close(1);
    int at = 0;
    for (Cell cell : row.cells()) {
      int width = 0;
      for (int i = at; i < at + cell.span(); i++) {
        width += widths[i];
      }
      boolean centred = cell.span() == 1 && columns.get(at).centred();
      cell(width, cell.span(), cell.tone() == Tone.NAME ? cell.tone().ground() : "");
      xml.open("p").open("pPr").empty("pStyle", "val", "TableText");
      if (cell.span() == widths.length) {
        // A row that heads others stays with them.
        xml.empty("keepNext");
      }
      if (centred) {
        xml.empty("jc", "val", "center");
      }
      xml.close(1);
      xml.run(cell.text(), cell.tone().ink(), cell.tone() == Tone.NAME || cell.tone() == Tone.BAD);
      xml.close(2);
      at += cell.span();
    }
    xml.close(1);
  }

  /** Opens a cell; the caller puts a paragraph in and closes it. */
  private void cell(int width, int span, String ground) throws XMLStreamException {
    xml.open("tc").open("tcPr").empty("tcW", "w", String.valueOf(width), "type", "dxa");
    if (span > 1) {
      xml.empty("gridSpan", "val", String.valueOf(span));
    }
    if (!ground.isEmpty()) {
      xml.empty("shd", "val", "clear", "color", "auto", "fill", ground);
    }
    xml.empty("vAlign", "val", "center").close(1);
  }

  void bars(Bars bars) throws XMLStreamException {
    int unit = 100;
    int[] widths = new int[UNITS + 2];
    Arrays.fill(widths, unit);
    widths[0] = 2_100;
    widths[UNITS + 1] = TEXT_WIDTH - widths[0] - UNITS * unit;
    begin(widths, false);
    for (Bar bar : bars.bars()) {
      xml.open("tr").open("trPr").empty("cantSplit");
      xml.empty("trHeight", "val", "360", "hRule", "exact").close(1);
      label(bar.name(), widths[0], "right");
      int left = UNITS;
      int[] units = units(bar, bars.longest());
      for (int i = 0; i < units.length; i++) {
        if (units[i] > 0) {
          part(bar.numbers().get(i), units[i], unit, bars.legend().get(i).colour());
          left -= units[i];
        }
      }
      if (left > 0) {
        cell(left * unit, left, "");
        xml.paragraph("BarText", "").close(1);
      }
      label(String.valueOf(bar.sum()), widths[UNITS + 1], "left");
      xml.close(1);
    }
    xml.close(1);
    xml.open("p").open("pPr").empty("pStyle", "val", "BarText");
    xml.empty("spacing", "before", "80").empty("jc", "val", "center").close(1);
    for (Part part : bars.legend()) {
      xml.run("■ ", part.colour(), false).run(part.name() + "    ");
    }
    xml.close(1);
    xml.paragraph("FigureCaption", bars.caption());
  }

  private void label(String words, int width, String side) throws XMLStreamException {
    cell(width, 1, "");
    xml.open("p").open("pPr").empty("pStyle", "val", "BarText").empty("jc", "val", side).close(1);
    xml.run(words).close(2);
  }

  private void part(int number, int units, int unit, String colour) throws XMLStreamException {
    xml.open("tc").open("tcPr").empty("tcW", "w", String.valueOf(units * unit), "type", "dxa");
    xml.empty("gridSpan", "val", String.valueOf(units)).open("tcBorders");
    xml.empty("top", "val", "single", "sz", "12", "space", "0", "color", "FFFFFF");
    xml.empty("bottom", "val", "single", "sz", "12", "space", "0", "color", "FFFFFF").close(1);
    xml.empty("shd", "val", "clear", "color", "auto", "fill", colour);
    xml.open("tcMar")
        .empty("left", "w", "0", "type", "dxa")
        .empty("right", "w", "0", "type", "dxa");
    xml.close(1).empty("vAlign", "val", "center").close(1);
    xml.open("p").open("pPr").empty("pStyle", "val", "BarText").empty("jc", "val", "center");
    xml.close(1).run(units > 1 ? String.valueOf(number) : "", "FFFFFF", false).close(2);
  }

  /** Rounds the ends of the parts, not the parts, so that a bar is as long as its sum. */
  private static int[] units(Bar bar, int longest) {
    int[] units = new int[bar.numbers().size()];
    int sum = 0;
    int end = 0;
    for (int i = 0; i < units.length; i++) {
      sum += bar.numbers().get(i);
      int next = (int) Math.round((double) sum * UNITS / longest);
      units[i] = next - end;
      end = next;
    }
    return units;
  }
}
