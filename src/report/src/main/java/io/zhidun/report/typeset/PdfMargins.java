package io.zhidun.report.typeset;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import io.zhidun.report.document.Document;
import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above and below the text of each page; remembers where headings came to stand. */
final class PdfMargins extends PdfPageEventHelper {

  private static final float SMALL = 9;
  private static final String GREY = "5F6673";
  private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

  private final Document document;
  private final PdfFaces faces;
  private final PdfPages known;
  private final Map<String, Integer> headings = new HashMap<>();
  private @Nullable PdfWriter writer;
  private boolean inFront;
  private int firstOfBody;

  PdfMargins(Document document, PdfFaces faces, PdfPages known) {
    this.document = document;
    this.faces = faces;
    this.known = known;
  }

  /** From here on pages have margins and Roman numbers. */
  void front() {
    inFront = true;
  }

  /** From this page of the file on they have Arabic numbers. */
  void body(int page) {
    inFront = false;
    firstOfBody = page;
  }

  PdfPages learnt(int last) {
    return new PdfPages(firstOfBody, last, headings);
  }

  /** Height that is free above the lower margin. */
  float room(float bottom) {
    return writer == null ? Float.MAX_VALUE : writer.getVerticalPosition(false) - bottom;
  }

  @Override
  public void onOpenDocument(PdfWriter opened, com.lowagie.text.Document pdf) {
    writer = opened;
  }

  @Override
  public void onGenericTag(
      PdfWriter on, com.lowagie.text.Document pdf, Rectangle where, String anchor) {
    headings.put(anchor, on.getPageNumber());
  }

  @Override
  public void onEndPage(PdfWriter on, com.lowagie.text.Document pdf) {
    if (!inFront && firstOfBody == 0) {
      return;
    }
    Rectangle page = pdf.getPageSize();
    float left = PdfPass.LEFT;
    float right = page.getRight() - PdfPass.RIGHT;
    PdfContentByte canvas = on.getDirectContent();
    show(canvas, Element.ALIGN_LEFT, document.header(), left, page.getTop() - 56);
    rule(canvas, left, right, page.getTop() - 63);
    rule(canvas, left, right, 57);
    show(canvas, Element.ALIGN_LEFT, document.footer(), left, 44);
    show(canvas, Element.ALIGN_RIGHT, number(on.getPageNumber()), right, 44);
  }

  private String number(int page) {
    if (inFront) {
      return ROMAN[Math.min(page - 2, ROMAN.length - 1)];
    }
    return document.words().pageOf().formatted(page - firstOfBody + 1, known.bodyPages());
  }

  private void show(PdfContentByte canvas, int side, String words, float x, float y) {
    ColumnText.showTextAligned(canvas, side, new Phrase(faces.text(words, SMALL, GREY)), x, y, 0);
  }

  private static void rule(PdfContentByte canvas, float from, float to, float y) {
    canvas.saveState();
    canvas.setLineWidth(0.6f);
    canvas.setColorStroke(new Color(0x9AA3B2));
    canvas.moveTo(from, y);
    canvas.lineTo(to, y);
    canvas.stroke();
    canvas.restoreState();
  }
}
