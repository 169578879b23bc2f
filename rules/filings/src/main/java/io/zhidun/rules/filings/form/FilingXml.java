package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.FilingRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads filings in XML: patent documents of CNIPA (new and old) and of WIPO ST.96, trademark
 * documents of ST.96 and ST.66. The root and its namespace tell which. Each form becomes the fields
 * of one of our lines, so that what holds for a line (check characters, hashes, limits) holds for
 * every form. It never throws because of what is in a document.
 */
public final class FilingXml {

  private enum Form {
    CNIPA(FilingReader.CNIPA_XML),
    ST96_PATENT(FilingReader.ST96),
    ST96_TRADEMARK(FilingReader.ST96),
    ST66(FilingReader.ST66);

    private final String dataset;

    Form(String dataset) {
      this.dataset = dataset;
    }
  }

  private final FilingLines lines;

  public FilingXml(FilingLines lines) {
    this.lines = lines;
  }

  /** The records of one document of at most {@link Limits#XML_BYTES}. */
  public FormRead read(byte[] document) {
    return read(new ByteArrayInputStream(document));
  }

  /** The same of a stream, which is read once and closed; nothing of it is kept beyond limits. */
  public FormRead read(InputStream document) {
    return read(document, "");
  }

  /** The same, with a note where the document is not of the dataset that was declared. */
  FormRead read(InputStream document, String dataset) {
    Reading reading = new Reading();
    List<FilingRecord> records = new ArrayList<>();
    try {
      XmlTree.Document tree = XmlTree.read(document, reading);
      Form form = form(tree.root().name(), tree.namespace());
      if (FilingReader.DATASETS.contains(dataset) && !dataset.equals(form.dataset)) {
        reading.note(FormFault.of("dataset", dataset, "read as what it is: " + form.dataset));
      }
      for (ObjectNode line : lines(form, tree.root())) {
        FormRead read = lines.read(line);
        records.addAll(read.records());
        read.faults().forEach(reading::fault);
        read.notes().forEach(reading::note);
      }
    } catch (FormException e) {
      reading.fault(e.fault());
    }
    return new FormRead(records, reading.faults(), reading.notes());
  }

  private static List<ObjectNode> lines(Form form, XmlNode root) {
    if (form == Form.CNIPA) {
      return List.of(CnipaXml.line(root));
    }
    if (form == Form.ST96_PATENT) {
      return List.of(St96Patent.line(root));
    }
    List<ObjectNode> marks = TrademarkXml.lines(root);
    if (marks.isEmpty()) {
      throw new FormException(FormFault.of("xml", root.name(), "holds no trademark"));
    }
    return marks;
  }

  private static Form form(String root, String namespace) {
    String uri = namespace.toLowerCase(Locale.ROOT);
    if (uri.contains("sipo.gov.cn")
        || uri.contains("cnipa.gov.cn")
        || root.equals("patentdocument")) {
      return Form.CNIPA;
    }
    if (uri.contains("/st96/patent") || uri.contains("/xmlschema/patent/")) {
      return Form.ST96_PATENT;
    }
    if (uri.contains("/st96/trademark") || uri.contains("/xmlschema/trademark/")) {
      return Form.ST96_TRADEMARK;
    }
    if (uri.contains("/xmlschema/trademarks")) {
      return Form.ST66;
    }
    throw new FormException(
        FormFault.of("xml", "<" + root + "> of " + namespace, "is of no form that is read here"));
  }
}
