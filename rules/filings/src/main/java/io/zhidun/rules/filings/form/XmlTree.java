package io.zhidun.rules.filings.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document into a tree of bounded size. A document type is passed over: nothing is loaded
 * for it and no entity of it is known; a reference to one is noted and gives U+FFFD.
 */
final class XmlTree {

  /** Long parts; each may hold so much text, so that a long description does not eat the claims. */
  private static final Set<String> SECTIONS =
      Set.of("description", "claims", "abstract", "drawings");

  private static final int SECTION_CHARS = Limits.DESCRIPTION_CHARS + Limits.DESCRIPTION_CHARS / 8;
  private static final int MOST_SECTIONS = 8;

  /** Stands for an entity that is not known. */
  private static final char[] UNKNOWN = {'\ufffd'};

  private static final XMLInputFactory FACTORY = factory();

  private final Reading reading;
  private final Deque<XmlNode> open = new ArrayDeque<>();
  private @Nullable XmlNode root;
  private String namespace = "";
  private int elements;
  private int sections;
  private int sectionDepth;
  private long sectionLeft;
  private long otherLeft = Limits.XML_TEXT_CHARS;
  private long lost;

  private XmlTree(Reading reading) {
    this.reading = reading;
  }

  /** A document's root and its namespace. */
  record Document(XmlNode root, String namespace) {}

  /**
   * Reads the document.
   *
   * @throws FormException where it is not well-formed, not in its encoding or beyond a limit; the
   *     value names line and column
   */
  static Document read(InputStream bytes, Reading reading) {
    try (XmlText text = new XmlText(bytes)) {
      return new XmlTree(reading).parse(text);
    } catch (IOException e) {
      throw fault("", String.valueOf(e.getMessage()));
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else is on the class path: the limits below were tried with it.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLReporter((message, type, related, location) -> {}); // else it prints
    factory.setXMLResolver((publicId, systemId, base, name) -> InputStream.nullInputStream());
    return factory;
  }

  private Document parse(XmlText text) {
    XMLStreamReader xml = null;
    try {
      xml = FACTORY.createXMLStreamReader(text);
      while (xml.hasNext()) {
        step(xml.next(), xml);
      }
    } catch (FormException e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser throws unchecked exceptions too where a document is broken.
      throw fault(place(xml, e), reason(e));
    }
    lost += text.lost();
    if (lost > 0) {
      reading.note(
          FormFault.of("xml", lost + " characters", "left out: beyond the limits of text"));
    }
    if (root == null) {
      throw fault("", "has no element");
    }
    return new Document(root, namespace);
  }

  private void step(int event, XMLStreamReader xml) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text(xml);
      case XMLStreamConstants.ENTITY_REFERENCE -> entity(xml);
      default -> {
        // Comments, instructions and the document type say nothing of a filing.
      }
    }
  }

  private void start(XMLStreamReader xml) {
    if (open.size() >= Limits.XML_DEPTH) {
      throw fault(place(xml, null), "elements are nested deeper than " + Limits.XML_DEPTH);
    }
    XmlNode node = new XmlNode(xml.getLocalName());
    attributes(xml, node);
    XmlNode parent = open.peek();
    open.push(node);
    if (parent == null) {
      root = node;
      String uri = xml.getNamespaceURI();
      namespace = uri == null ? "" : uri;
      return;
    }
    if (sectionDepth == 0 && sections < MOST_SECTIONS && SECTIONS.contains(node.name())) {
      sections++;
      sectionDepth = open.size();
      sectionLeft = SECTION_CHARS;
    }
    if (left() <= 0) {
      return; // An element without text in a part that is full already.
    }
    if (++elements > Limits.XML_ELEMENTS) {
      throw fault(place(xml, null), "has more than " + Limits.XML_ELEMENTS + " elements");
    }
    parent.add(node);
  }

  private static void attributes(XMLStreamReader xml, XmlNode node) {
    int count = xml.getAttributeCount();
    if (count > Limits.XML_ATTRIBUTES) {
      throw fault(
          place(xml, null), "has an element of more than " + Limits.XML_ATTRIBUTES + " attributes");
    }
    for (int i = 0; i < count; i++) {
      String value = xml.getAttributeValue(i);
      if (value.length() > Limits.XML_ATTRIBUTE_CHARS) {
        throw fault(
            place(xml, null),
            "has an attribute of more than " + Limits.XML_ATTRIBUTE_CHARS + " characters");
      }
      node.attribute(xml.getAttributeLocalName(i), value);
    }
  }

  private void end() {
    if (open.size() == sectionDepth) {
      sectionDepth = 0;
    }
    open.pop();
  }

  private long left() {
    return sectionDepth > 0 ? sectionLeft : otherLeft;
  }

  private void text(XMLStreamReader xml) {
    XmlNode node = open.peek();
    if (node == null) {
      return;
    }
    int length = xml.getTextLength();
    int kept = (int) Math.min(length, Math.max(left(), 0));
    lost += length - kept;
    if (kept > 0) {
      node.add(xml.getTextCharacters(), xml.getTextStart(), kept);
    }
    if (sectionDepth > 0) {
      sectionLeft -= kept;
    } else {
      otherLeft -= kept;
    }
  }

  private void entity(XMLStreamReader xml) {
    reading.note(
        FormFault.of(
            "xml", "&" + xml.getLocalName() + ";", "entity is not read, at " + place(xml, null)));
    XmlNode node = open.peek();
    if (node != null && left() > 0) {
      node.add(UNKNOWN, 0, 1);
    }
  }

  private static String place(@Nullable XMLStreamReader xml, @Nullable Exception e) {
    Location told = e instanceof XMLStreamException fault ? fault.getLocation() : null;
    Location reached = xml == null ? null : xml.getLocation();
    Location place = told == null || told.getLineNumber() < 1 ? reached : told;
    return place == null
        ? ""
        : "line " + place.getLineNumber() + ", column " + place.getColumnNumber();
  }

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    int from = message.indexOf("Message: ");
    String bare = from < 0 ? message : message.substring(from + 9);
    return "is not well-formed XML: " + FormFault.of("", bare, "").value();
  }

  private static FormException fault(String place, String reason) {
    return new FormException(FormFault.of("xml", place, reason));
  }
}
