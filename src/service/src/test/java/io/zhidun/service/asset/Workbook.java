package io.zhidun.service.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, part by part. */
final class Workbook {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  /** A sheet whose cells are inline texts; one that begins with = is a formula. */
  static byte[] of(List<List<String>> rows) throws IOException {
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (int row = 0; row < rows.size(); row++) {
      sheet.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        String text = rows.get(row).get(column);
        String at = (char) ('A' + column) + Integer.toString(row + 1);
        sheet.append(
            text.startsWith("=")
                ? "<c r=\"" + at + "\"><f>" + text.substring(1) + "</f><v>1</v></c>"
                : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
      }
      sheet.append("</row>");
    }
    return new Workbook().sheet(sheet.append("</sheetData></worksheet>").toString()).bytes();
  }

  Workbook sheet(String xml) throws IOException {
    return part("xl/worksheets/sheet1.xml", xml);
  }

  Workbook part(String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }
}
