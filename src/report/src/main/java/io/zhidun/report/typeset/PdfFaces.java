package io.zhidun.report.typeset;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;

/** The two faces of a PDF, and text set in them. */
final class PdfFaces {

  /** Stands for a character that the font lacks, as printers used to do. */
  private static final char GETA = '〓';

  private static final ChineseLineBreaks BREAKS = new ChineseLineBreaks();

  private final BaseFont text;
  private final BaseFont heading;

  PdfFaces(Fonts fonts) {
    text = fonts.openText();
    heading = fonts.openHeading();
  }

  BaseFont textFace() {
    return text;
  }

  Chunk text(String words, float size) {
    return chunk(words, text, size, Color.BLACK);
  }

  Chunk text(String words, float size, String ink) {
    return chunk(words, text, size, colour(ink));
  }

  Chunk heading(String words, float size) {
    return chunk(words, heading, size, Color.BLACK);
  }

  Chunk heading(String words, float size, String ink) {
    return chunk(words, heading, size, colour(ink));
  }

  /** Width in points. */
  float headingWidth(String words, float size) {
    return heading.getWidthPoint(printable(words, heading), size);
  }

  private static Chunk chunk(String words, BaseFont face, float size, Color ink) {
    Chunk chunk = new Chunk(printable(words, face), new Font(face, size, Font.NORMAL, ink));
    chunk.setSplitCharacter(BREAKS);
    return chunk;
  }

  static String printable(String words, BaseFont face) {
    StringBuilder printable = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            point ->
                printable.appendCodePoint(
                    point == '\n' || point == ' ' || face.charExists(point) ? point : GETA));
    return printable.toString();
  }

  static Color colour(String hex) {
    return new Color(Integer.parseInt(hex, 16));
  }
}
