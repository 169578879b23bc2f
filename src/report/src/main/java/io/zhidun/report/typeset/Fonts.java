package io.zhidun.report.typeset;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Font files that a PDF embeds: a running text and a heading face, both with Chinese.
 *
 * <p>None is shipped. {@link #installed()} finds the Noto CJK fonts (SIL Open Font License), which
 * may be embedded; an office that owns a licence of its own 仿宋 and 黑体 names those files instead.
 *
 * @param text OpenType or TrueType file; a collection is followed by a comma and an index from 0
 * @param heading as before
 */
public record Fonts(String text, String heading) {

  /**
   * Where Debian's fonts-noto-cjk, Fedora's and SUSE's packages put them; 2 is simplified Chinese.
   */
  private static final List<Fonts> KNOWN =
      List.of(
          noto("/usr/share/fonts/opentype/noto"),
          noto("/usr/share/fonts/google-noto-cjk"),
          noto("/usr/share/fonts/truetype"),
          noto("/usr/share/fonts/noto-cjk"));

  private static Fonts noto(String folder) {
    return new Fonts(folder + "/NotoSerifCJK-Regular.ttc,2", folder + "/NotoSansCJK-Bold.ttc,2");
  }

  /**
   * The first known pair that is installed.
   *
   * @throws IllegalStateException naming the package to install
   */
  public static Fonts installed() {
    return KNOWN.stream()
        .filter(
            fonts -> Files.isReadable(file(fonts.text)) && Files.isReadable(file(fonts.heading)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Chinese font for the PDF: install Debian's fonts-noto-cjk, or name a text"
                        + " and a heading font; looked for "
                        + KNOWN.stream().map(Fonts::text).toList()));
  }

  BaseFont openText() {
    return open(text);
  }

  BaseFont openHeading() {
    return open(heading);
  }

  private static BaseFont open(String font) {
    if (!Files.isReadable(file(font))) {
      throw new IllegalStateException("font " + font + " cannot be read");
    }
    try {
      BaseFont base = BaseFont.createFont(font, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
      if (!base.charExists('等') || !base.charExists('A')) {
        throw new IllegalStateException("font " + font + " has no Chinese or no Latin letters");
      }
      return base;
    } catch (IOException | DocumentException unreadable) {
      throw new IllegalStateException(
          "font " + font + " cannot be embedded: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Path file(String font) {
    int comma = font.lastIndexOf(',');
    return Path.of(comma < 0 ? font : font.substring(0, comma));
  }
}
