package io.zhidun.report.typeset;

import io.zhidun.report.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Sets a document as DOCX (ISO/IEC 29500) on A4.
 *
 * <p>Written as a stream, part after part: memory does not grow with the length of the document.
 * Same document, same bytes.
 */
public final class DocxTypesetter {

  /** Writes the file; the stream stays open. */
  public void write(Document document, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    try {
      shipped(zip, document, "[Content_Types].xml", "content-types.xml");
      shipped(zip, document, "_rels/.rels", "package-rels.xml");
      part(zip, document, "docProps/core.xml");
      DocxProperties.write(document, zip);
      shipped(zip, document, "docProps/app.xml", "app.xml");
      shipped(zip, document, "word/_rels/document.xml.rels", "document-rels.xml");
      shipped(zip, document, "word/styles.xml", "styles.xml");
      shipped(zip, document, "word/settings.xml", "settings.xml");
      shipped(zip, document, "word/fontTable.xml", "fontTable.xml");
      part(zip, document, "word/header.xml");
      header(document, zip);
      part(zip, document, "word/footer-front.xml");
      footer(document, "— %s —", zip);
      part(zip, document, "word/footer-body.xml");
      footer(document, document.words().page(), zip);
      part(zip, document, "word/document.xml");
      DocxBody.write(document, zip);
      zip.finish();
    } catch (XMLStreamException unwritten) {
      throw new IOException("the DOCX could not be written", unwritten);
    }
  }

  private static void header(Document document, OutputStream out) throws XMLStreamException {
    try (WordXml xml = new WordXml(out, "hdr")) {
      xml.paragraph("Header", document.header());
    }
  }

  private static void footer(Document document, String page, OutputStream out)
      throws XMLStreamException {
    int at = page.indexOf("%s");
    try (WordXml xml = new WordXml(out, "ftr")) {
      xml.paragraph("Footer").run(document.footer()).tab();
      xml.run(page.substring(0, at)).field("PAGE", "1").run(page.substring(at + 2));
      xml.close(1);
    }
  }

  private static void part(ZipOutputStream zip, Document document, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(
        LocalDateTime.ofInstant(document.made().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  private static void shipped(ZipOutputStream zip, Document document, String name, String resource)
      throws IOException {
    part(zip, document, name);
    try (InputStream in =
        Objects.requireNonNull(DocxTypesetter.class.getResourceAsStream(resource), resource)) {
      in.transferTo(zip);
    }
  }
}
