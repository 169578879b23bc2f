package io.zhidun.report.typeset;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes WordprocessingML (ISO/IEC 29500-1, clause 17) as a stream: elements, runs, fields. */
final class WordXml implements AutoCloseable {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final XMLStreamWriter xml;

  WordXml(OutputStream out, String root) throws XMLStreamException {
    xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("w", root, W);
    xml.writeNamespace("w", W);
    xml.writeNamespace("r", R);
  }

  /** Attributes come in pairs of name and value. */
  WordXml open(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement("w", element, W);
    attributes(attributes);
    return this;
  }

  WordXml empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement("w", element, W);
    attributes(attributes);
    return this;
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute("w", W, attributes[i], attributes[i + 1]);
    }
  }

  WordXml relation(String element, String type, String id) throws XMLStreamException {
    xml.writeEmptyElement("w", element, W);
    xml.writeAttribute("w", W, "type", type);
    xml.writeAttribute("r", R, "id", id);
    return this;
  }

  WordXml close(int elements) throws XMLStreamException {
    for (int i = 0; i < elements; i++) {
      xml.writeEndElement();
    }
    return this;
  }

  /** Opens a paragraph of a style; the caller closes it. */
  WordXml paragraph(String style) throws XMLStreamException {
    return open("p").open("pPr").empty("pStyle", "val", style).close(1);
  }

  /** A whole paragraph. */
  WordXml paragraph(String style, String words) throws XMLStreamException {
    return paragraph(style).run(words).close(1);
  }

  WordXml run(String words) throws XMLStreamException {
    open("r");
    text(words);
    return close(1);
  }

  /** Six hex digits of ink. */
  WordXml run(String words, String ink, boolean strong) throws XMLStreamException {
    open("r").open("rPr");
    if (strong) {
      empty("rFonts", "eastAsia", "黑体").empty("b");
    }
    empty("color", "val", ink).close(1);
    text(words);
    return close(1);
  }

  private void text(String words) throws XMLStreamException {
    int from = 0;
    for (int feed = words.indexOf('\n'); feed >= 0; feed = words.indexOf('\n', from)) {
      piece(words.substring(from, feed));
      empty("br");
      from = feed + 1;
    }
    piece(words.substring(from));
  }

  private void piece(String words) throws XMLStreamException {
    if (!words.isEmpty()) {
      open("t");
      xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
      xml.writeCharacters(words);
      close(1);
    }
  }

  WordXml tab() throws XMLStreamException {
    return open("r").empty("tab").close(1);
  }

  /** A field with what it shows until it is computed. */
  WordXml field(String instruction, String shown) throws XMLStreamException {
    return beginField(instruction).run(shown).endField();
  }

  WordXml beginField(String instruction) throws XMLStreamException {
    open("r").empty("fldChar", "fldCharType", "begin").close(1);
    open("r").open("instrText");
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
    xml.writeCharacters(" " + instruction + " ");
    close(2);
    return open("r").empty("fldChar", "fldCharType", "separate").close(1);
  }

  WordXml endField() throws XMLStreamException {
    return open("r").empty("fldChar", "fldCharType", "end").close(1);
  }

  @Override
  public void close() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
  }
}
