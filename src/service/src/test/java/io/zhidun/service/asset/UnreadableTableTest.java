package io.zhidun.service.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that somebody made to hurt, and the largest that may be. */
class UnreadableTableTest {
  @TempDir Path folder;

  @Test
  void aHundredThousandRowsAreReadAndOneMoreIsNot() throws Exception {
    AtomicInteger rows = new AtomicInteger();
    new CsvTable(csv(100_001)).read((number, cells) -> rows.incrementAndGet());
    assertThat(rows).hasValue(100_001);

    Path more = csv(100_002);
    assertThatThrownBy(() -> new CsvTable(more).read((number, cells) -> {}))
        .hasMessage("more than 100,000 rows");
  }

  private Path csv(int lines) throws IOException {
    Path file = folder.resolve("rows-" + lines);
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        out.write("web-" + i + ",review,x,host,1\r\n");
      }
    }
    return file;
  }

  @Test
  void quotesThatNeverEndAndRowsWithoutEndAreRefused() throws Exception {
    refused(csv("a,\"b\n".getBytes(StandardCharsets.UTF_8)), "does not close");
    refused(csv("x".repeat(20_000).getBytes(StandardCharsets.UTF_8)), "more than 17000 characters");
    refused(csv(",".repeat(70).getBytes(StandardCharsets.UTF_8)), "more than 64 columns");
    refused(csv(new byte[] {'a', (byte) 0xff, (byte) 0xff}), "neither UTF-8 nor GB18030");
  }

  @Test
  void aWorkbookWithADocumentTypeIsRefusedWithoutFetchingAnything() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    byte[] workbook =
        new Workbook()
            .sheet(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                    + secret.toUri()
                    + "\">]><worksheet><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\"><v>&e;</v></c></row></sheetData></worksheet>")
            .bytes();

    refusedWorkbook(workbook);
  }

  @Test
  void aWorkbookThatUnpacksWithoutEndIsRefused() throws Exception {
    String row = "<row><c><v>" + "0".repeat(1_000) + "</v></c></row>";
    byte[] workbook = new Workbook().sheet("<worksheet><sheetData>" + row.repeat(110_000)).bytes();

    refusedWorkbook(workbook);
    refusedWorkbook("no zip at all".getBytes(StandardCharsets.UTF_8));
    refusedWorkbook(new Workbook().part("xl/other.xml", "<x/>").bytes());
    refusedWorkbook(
        new Workbook()
            .sheet("<worksheet><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></worksheet>")
            .bytes());
  }

  private Path csv(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "table", ""), bytes);
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> new CsvTable(file).read((number, cells) -> {}))
        .isInstanceOf(UnreadableTableException.class)
        .hasMessageContaining(why);
  }

  private void refusedWorkbook(byte[] bytes) throws IOException {
    Path file = csv(bytes);
    assertThatThrownBy(() -> new XlsxTable(file).read((number, cells) -> {}))
        .isInstanceOf(UnreadableTableException.class);
  }
}
