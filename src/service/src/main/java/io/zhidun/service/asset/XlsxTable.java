package io.zhidun.service.asset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of a workbook (ISO/IEC 29500-1, SpreadsheetML) row by row, as text. Holds
 * the shared texts and one row. Nothing in the workbook is computed, followed or fetched: document
 * types and external entities are off, and what the parts unpack to is bounded.
 */
final class XlsxTable {
  private static final int MOST_PARTS = 2_000;
  private static final long MOST_UNPACKED = 256L << 20;
  private static final int MOST_SHARED_CHARACTERS = 32 << 20;

  private final Path file;

  XlsxTable(Path file) {
    this.file = file;
  }

  void read(TableRows rows) throws IOException, UnreadableTableException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw unreadable("too many parts");
      }
      Budget budget = new Budget();
      List<String> shared = shared(zip, budget);
      ZipEntry sheet = firstSheet(zip);
      if (sheet == null) {
        throw unreadable("no sheet");
      }
      try (InputStream in = budget.bound(zip.getInputStream(sheet))) {
        new Sheet(shared, rows).read(reader(in));
      }
    } catch (ZipException | XMLStreamException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static UnreadableTableException unreadable(String detail) {
    return new UnreadableTableException(
        "不是可读的 XLSX 工作簿",
        "this is not a readable XLSX workbook: " + detail.lines().findFirst().orElse(""));
  }

  /** Sheets are numbered in the order they were made; the lowest that is there is taken. */
  private static @Nullable ZipEntry firstSheet(ZipFile zip) {
    for (int i = 1; i <= 64; i++) {
      ZipEntry entry = zip.getEntry("xl/worksheets/sheet" + i + ".xml");
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }

  private static List<String> shared(ZipFile zip, Budget budget)
      throws IOException, XMLStreamException, UnreadableTableException {
    ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
    if (entry == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    long characters = 0;
    try (InputStream in = budget.bound(zip.getInputStream(entry))) {
      XMLStreamReader xml = reader(in);
      StringBuilder text = new StringBuilder();
      boolean phonetic = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic = true;
            case "t" -> {
              String part = xml.getElementText();
              if (!phonetic && text.length() <= TableLimits.CELL) {
                text.append(part);
              }
            }
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (xml.getLocalName().equals("rPh")) {
            phonetic = false;
          } else if (xml.getLocalName().equals("si")) {
            texts.add(text.toString());
            characters += text.length() + 8;
            if (characters > MOST_SHARED_CHARACTERS) {
              throw unreadable("too many texts");
            }
          }
        }
      }
    }
    return texts;
  }

  /** What all parts together may unpack to. */
  private static final class Budget {
    private long left = MOST_UNPACKED;

    InputStream bound(InputStream in) {
      return new FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          int read = super.read();
          spend(read < 0 ? 0 : 1);
          return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int read = super.read(bytes, offset, length);
          spend(Math.max(0, read));
          return read;
        }
      };
    }

    private void spend(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new ZipException("it unpacks to more than " + (MOST_UNPACKED >> 20) + " MB");
      }
    }
  }

  /** The cells of one sheet. */
  private static final class Sheet {
    private final List<String> shared;
    private final TableRows rows;

    private int number;
    private int seen;
    private List<TableCell> cells = new ArrayList<>();

    Sheet(List<String> shared, TableRows rows) {
      this.shared = shared;
      this.rows = rows;
    }

    void read(XMLStreamReader xml) throws XMLStreamException, UnreadableTableException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("row")) {
            begin(xml.getAttributeValue(null, "r"));
          } else if (xml.getLocalName().equals("c")) {
            cell(xml);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
          if (cells.stream().anyMatch(cell -> !cell.text().isBlank() || cell.formula())) {
            rows.row(number, cells);
          }
        }
      }
    }

    private void begin(@Nullable String written) throws UnreadableTableException {
      if (++seen > TableLimits.ROWS + 1) {
        throw TableLimits.tooManyRows();
      }
      number =
          written != null && written.matches("\\d{1,7}") ? Integer.parseInt(written) : number + 1;
      cells = new ArrayList<>();
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException, UnreadableTableException {
      int column = column(xml.getAttributeValue(null, "r"));
      String type = xml.getAttributeValue(null, "t");
      StringBuilder text = new StringBuilder();
      boolean formula = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
          break;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "f" -> formula = true;
            case "v", "t" -> text.append(xml.getElementText());
            default -> {}
          }
        }
      }
      put(column, new TableCell(resolved(type, text.toString()), formula));
    }

    private String resolved(@Nullable String type, String text) throws UnreadableTableException {
      String found = text;
      if ("s".equals(type)) {
        int index = text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
        if (index < 0 || index >= shared.size()) {
          throw unreadable("row " + number + " names a text that is not there");
        }
        found = shared.get(index);
      } else if (text.matches("-?\\d+\\.0+")) {
        found = text.substring(0, text.indexOf('.'));
      }
      if (found.length() > TableLimits.CELL) {
        throw TableLimits.cellTooLong(number);
      }
      return found.strip();
    }

    private int column(@Nullable String reference) {
      int column = 0;
      String text = reference == null ? "" : reference;
      for (int i = 0; i < text.length() && i < 4 && Character.isLetter(text.charAt(i)); i++) {
        column = column * 26 + Character.toUpperCase(text.charAt(i)) - 'A' + 1;
      }
      return column == 0 ? cells.size() : column - 1;
    }

    private void put(int column, TableCell cell) throws UnreadableTableException {
      if (column >= TableLimits.COLUMNS) {
        if (cell.text().isEmpty()) {
          return;
        }
        throw TableLimits.tooManyColumns(number);
      }
      if (column >= cells.size()) {
        cells.addAll(Collections.nCopies(column + 1 - cells.size(), TableCell.EMPTY));
      }
      cells.set(column, cell);
    }
  }
}
