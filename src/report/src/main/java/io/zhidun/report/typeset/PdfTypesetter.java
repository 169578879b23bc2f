package io.zhidun.report.typeset;

import io.zhidun.report.document.Document;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Sets a document as PDF 1.7 on A4, with embedded subsets of its fonts, bookmarks and links.
 *
 * <p>It is set twice: the first time to learn on which pages the headings come to stand.
 */
public final class PdfTypesetter {

  private final Fonts fonts;

  public PdfTypesetter(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Writes the file; the stream stays open.
   *
   * @throws IllegalStateException where a font cannot be embedded
   */
  public void write(Document document, OutputStream out) throws IOException {
    PdfFaces faces = new PdfFaces(fonts);
    PdfPages pages =
        new PdfPass(document, faces, PdfPages.UNKNOWN).run(OutputStream.nullOutputStream());
    new PdfPass(document, faces, pages).run(out);
    out.flush();
  }
}
