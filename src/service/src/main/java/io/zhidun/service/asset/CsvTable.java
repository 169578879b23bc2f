package io.zhidun.service.asset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads comma-separated values (RFC 4180) row by row, in UTF-8 or, where the bytes are not that, in
 * GB18030 as Chinese spreadsheets write it. Holds one row at a time.
 */
final class CsvTable {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.,]+");

  private final Path file;

  CsvTable(Path file) {
    this.file = file;
  }

  void read(TableRows rows) throws IOException, UnreadableTableException {
    Charset charset = isUtf8() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    try (InputStream in = Files.newInputStream(file);
        PushbackReader reader = new PushbackReader(new BufferedReader(strict(in, charset)))) {
      int first = reader.read();
      if (first != '\uFEFF' && first >= 0) {
        reader.unread(first);
      }
      readRows(reader, rows);
    } catch (CharacterCodingException e) {
      throw new UnreadableTableException(
          "文件既不是 UTF-8 也不是 GB18030 编码", "the file is neither UTF-8 nor GB18030");
    }
  }

  private boolean isUtf8() throws IOException {
    char[] buffer = new char[16_384];
    try (InputStream in = Files.newInputStream(file);
        Reader reader = strict(in, StandardCharsets.UTF_8)) {
      while (reader.read(buffer) >= 0) {
        // Reading is the test.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Reader strict(InputStream in, Charset charset) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void readRows(PushbackReader in, TableRows rows)
      throws IOException, UnreadableTableException {
    int number = 0;
    while (true) {
      number++;
      if (number > TableLimits.ROWS + 1) {
        if (in.read() < 0) {
          return;
        }
        throw TableLimits.tooManyRows();
      }
      List<TableCell> cells = new ArrayList<>();
      boolean more = readRow(in, cells, number);
      if (cells.stream().anyMatch(cell -> !cell.text().isBlank())) {
        rows.row(number, cells);
      }
      if (!more) {
        return;
      }
    }
  }

  /** Returns whether a row may follow. */
  private static boolean readRow(PushbackReader in, List<TableCell> cells, int number)
      throws IOException, UnreadableTableException {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    while (true) {
      int c = in.read();
      if (quoted) {
        if (c < 0) {
          throw new UnreadableTableException(
              "第 " + number + " 行的引号没有结束",
              "row " + number + " opens quotes and does not close them");
        }
        if (c != '"') {
          append(text, c, number);
        } else {
          int next = in.read();
          if (next == '"') {
            append(text, '"', number);
          } else {
            quoted = false;
            unread(in, next);
          }
        }
      } else if (c == '"' && text.length() == 0) {
        quoted = true;
      } else if (c == ',' || c == '\n' || c == '\r' || c < 0) {
        if (cells.size() == TableLimits.COLUMNS) {
          throw TableLimits.tooManyColumns(number);
        }
        cells.add(cell(text.toString()));
        text.setLength(0);
        if (c == '\r') {
          int next = in.read();
          if (next != '\n') {
            unread(in, next);
          }
        }
        if (c != ',') {
          return c >= 0;
        }
      } else {
        append(text, c, number);
      }
    }
  }

  private static void append(StringBuilder text, int c, int row) throws UnreadableTableException {
    if (text.length() >= TableLimits.CELL) {
      throw TableLimits.cellTooLong(row);
    }
    text.append((char) c);
  }

  private static void unread(PushbackReader in, int c) throws IOException {
    if (c >= 0) {
      in.unread(c);
    }
  }

  /** What a spreadsheet that opens the file would compute counts as a formula. */
  private static TableCell cell(String text) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return TableCell.EMPTY;
    }
    char first = plain.charAt(0);
    boolean sign = first == '+' || first == '-';
    boolean formula =
        first == '='
            || first == '@'
            || sign && plain.length() > 1 && !NUMBER.matcher(plain).matches();
    return new TableCell(plain, formula);
  }
}
