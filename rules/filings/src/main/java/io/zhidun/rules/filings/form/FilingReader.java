package io.zhidun.rules.filings.form;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The one entrance of filings, whatever their form. It never throws because of what it is given:
 * what cannot be read is a fault. Safe for several threads.
 */
public final class FilingReader {

  public static final String NDJSON = "filing-ndjson";
  public static final String CNIPA_XML = "filing-cnipa-xml";
  public static final String ST96 = "filing-st96";
  public static final String ST66 = "filing-st66";

  /** The names of what is read, as they stand in the header {@code dataset} of a record. */
  public static final List<String> DATASETS = List.of(NDJSON, CNIPA_XML, ST96, ST66);

  private final FilingLines lines;
  private final FilingXml xml;

  /**
   * @param key of the hashes of personal identifiers, at least 16 bytes
   */
  public FilingReader(byte[] key) {
    lines = new FilingLines(key);
    xml = new FilingXml(lines);
  }

  /**
   * Reads what is declared to be of a dataset. A document of another form is read for what it is,
   * with a note: a mistaken header loses no filing.
   *
   * @param dataset one of {@link #DATASETS}; another name leaves the form to be found
   * @param bytes one XML document, or lines of JSON
   */
  public FormRead read(String dataset, byte[] bytes) {
    if (isXml(bytes)) {
      return xml.read(new ByteArrayInputStream(bytes), dataset);
    }
    FormRead read = readLines(bytes);
    boolean mistaken = DATASETS.contains(dataset) && !dataset.equals(NDJSON);
    return mistaken
        ? read.with(FormFault.of("dataset", dataset, "read as what it is: " + NDJSON))
        : read;
  }

  /** The same where nothing is declared. */
  public FormRead read(byte[] bytes) {
    return read("", bytes);
  }

  /** Whether the first character is {@code <}, in whatever encoding. */
  private static boolean isXml(byte[] bytes) {
    for (byte one : bytes) {
      boolean mark = one == (byte) 0xef || one == (byte) 0xbb || one == (byte) 0xbf;
      boolean wideMark = one == (byte) 0xfe || one == (byte) 0xff;
      boolean blank = one >= 0 && one <= ' ';
      if (!mark && !wideMark && !blank) {
        return one == '<';
      }
    }
    return false;
  }

  private FormRead readLines(byte[] bytes) {
    int end = lineEnd(bytes, 0);
    String first = new String(bytes, 0, Math.min(end, 8), StandardCharsets.UTF_8).strip();
    if (end == bytes.length || first.equals("{")) {
      return lines.read(bytes); // one object, perhaps over several lines, as people write it
    }
    FormRead.Collector all = new FormRead.Collector();
    int number = 0;
    for (int from = 0; from < bytes.length; from = end + 1) {
      end = lineEnd(bytes, from);
      number++;
      byte[] line = Arrays.copyOfRange(bytes, from, end);
      if (!isBlank(line)) {
        all.add(lines.read(line).in("line " + number));
      }
    }
    return all.whole();
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte[] line) {
    for (byte one : line) {
      if (one > ' ' || one < 0) {
        return false;
      }
    }
    return true;
  }
}
