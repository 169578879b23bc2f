package io.zhidun.report.typeset;

import io.zhidun.report.document.Document;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Core properties of a package (ISO/IEC 29500-2, clause 11). */
final class DocxProperties {

  private static final String CORE =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String TERMS = "http://purl.org/dc/terms/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private DocxProperties() {}

  static void write(Document document, OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("cp", "coreProperties", CORE);
    xml.writeNamespace("cp", CORE);
    xml.writeNamespace("dc", DC);
    xml.writeNamespace("dcterms", TERMS);
    xml.writeNamespace("xsi", XSI);
    element(xml, "title", document.cover().title() + " " + document.cover().subject());
    element(xml, "subject", document.cover().notice());
    element(xml, "creator", document.cover().organisation());
    element(xml, "language", document.language());
    xml.writeStartElement("dcterms", "created", TERMS);
    xml.writeAttribute("xsi", XSI, "type", "dcterms:W3CDTF");
    xml.writeCharacters(document.made().truncatedTo(ChronoUnit.SECONDS).toString());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private static void element(XMLStreamWriter xml, String name, String words)
      throws XMLStreamException {
    xml.writeStartElement("dc", name, DC);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }
}
