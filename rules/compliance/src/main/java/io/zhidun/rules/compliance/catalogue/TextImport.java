package io.zhidun.rules.compliance.catalogue;

import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.rules.compliance.record.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the standard's wording from a CSV or TSV with the columns {@code id} (编号) and {@code text}
 * (要求); others are passed by. UTF-8 with or without mark, else GB18030. Takes all or nothing and
 * stops at its limits: {@value #MOST_BYTES} bytes, {@value #MOST_ROWS} rows, {@value #LONGEST_TEXT}
 * characters a text, {@value #MOST_FAULTS} faults.
 */
public final class TextImport {
  public static final int MOST_BYTES = 8 << 20;
  public static final int MOST_ROWS = 5_000;
  public static final int LONGEST_TEXT = 4_000;
  public static final int MOST_FAULTS = 100;

  private static final int SHOWN = 60;
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Catalogue catalogue;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<ImportFault> faults = new ArrayList<>();

  private TextImport(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a file. Faults of the content are in the result, not thrown.
   *
   * @param name for the record
   * @throws IOException where the stream breaks
   */
  public static ImportedTexts read(String name, InputStream in, Catalogue catalogue)
      throws IOException {
    byte[] content = in.readNBytes(MOST_BYTES + 1);
    TextImport reading = new TextImport(catalogue);
    if (content.length > MOST_BYTES) {
      reading.fault(
          0, name, "文件超过 " + MOST_BYTES + " 字节", "the file has more than " + MOST_BYTES + " bytes");
    } else {
      reading.read(name, content);
    }
    return new ImportedTexts(name, Sm3.hex(content), reading.texts, reading.faults);
  }

  private void read(String name, byte[] content) {
    String text = decode(content);
    if (text == null) {
      fault(0, name, "文件既不是 UTF-8 也不是 GB18030 编码", "the file is neither UTF-8 nor GB18030");
      return;
    }
    Cells cells = new Cells(text);
    List<String> header = cells.next();
    if (header == null) {
      fault(0, name, "文件是空的", "the file is empty");
      return;
    }
    int id = column(header, "id", "编号");
    int wording = column(header, "text", "要求");
    if (id < 0 || wording < 0) {
      fault(
          1,
          String.join(",", header),
          "首行必须有 id（编号）和 text（要求）两列",
          "the first line must name the columns id and text");
      return;
    }
    readRows(cells, id, wording);
  }

  private void readRows(Cells cells, int id, int wording) {
    int rows = 0;
    for (List<String> row = cells.next(); row != null; row = cells.next()) {
      if (++rows > MOST_ROWS) {
        fault(
            cells.line(),
            "",
            "超过 " + MOST_ROWS + " 行，不再读",
            "more than " + MOST_ROWS + " rows, not read on");
        return;
      }
      if (faults.size() == MOST_FAULTS) {
        return;
      }
      boolean empty = row.stream().allMatch(String::isBlank);
      if (!empty) {
        take(cells.line(), cell(row, id), cell(row, wording));
      }
    }
    if (cells.isOpen()) {
      fault(cells.line(), "", "引号没有闭合", "a quote is not closed");
    }
  }

  private void take(int line, String id, String text) {
    if (isFormula(id) || isFormula(text)) {
      fault(
          line,
          isFormula(id) ? id : text,
          "单元格像公式，不接受",
          "the cell looks like a formula, which is not taken");
    } else if (catalogue.find(id).isEmpty()) {
      fault(line, id, "目录里没有这个编号", "the catalogue has no such id");
    } else if (text.isBlank()) {
      fault(line, id, "没有正文", "the text is empty");
    } else if (text.length() > LONGEST_TEXT) {
      fault(
          line,
          id,
          "正文超过 " + LONGEST_TEXT + " 字",
          "the text has more than " + LONGEST_TEXT + " characters");
    } else if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      fault(line, id, "正文含控制字符", "the text has control characters");
    } else if (texts.putIfAbsent(id, text.strip()) != null) {
      fault(line, id, "编号重复", "the id is there twice");
    }
  }

  private static boolean isFormula(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static int column(List<String> header, String english, String chinese) {
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip().toLowerCase(Locale.ROOT);
      if (name.equals(english) || name.equals(chinese)) {
        return i;
      }
    }
    return -1;
  }

  private void fault(int line, String value, String zh, String en) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    faults.add(new ImportFault(line, shown, new Texts(zh, en)));
  }

  private static @Nullable String decode(byte[] content) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // The next encoding may read it.
      }
    }
    return null;
  }
}
