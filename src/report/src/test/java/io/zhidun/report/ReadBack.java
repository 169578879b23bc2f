package io.zhidun.report;

import io.zhidun.rules.compliance.record.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the figures of a report back from its forms, each with a reader that did not write it. */
final class ReadBack {

  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("自查结论", "conclusion"),
          Map.entry("符合率", "score"),
          Map.entry("证据覆盖率", "covered"),
          Map.entry("高风险问题数量", "high-risks"),
          Map.entry("重大风险隐患数量", "major-risks"),
          Map.entry("例外项数", "waivers"),
          Map.entry("整改措施数", "rectifications"),
          Map.entry("对象数", "assets"),
          Map.entry("判定记录数", "cells"),
          Map.entry("证据数", "evidence"));

  private final ReportModel model;

  ReadBack(ReportModel model) {
    this.model = model;
  }

  Map<String, String> docx(byte[] file) throws IOException {
    Map<String, String> figures = new LinkedHashMap<>();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          List<String> cells = row.getTableCells().stream().map(cell -> cell.getText()).toList();
          row(cells, figures);
        }
      }
    }
    return figures;
  }

  Map<String, String> pdf(byte[] file) throws IOException {
    Map<String, String> figures = new LinkedHashMap<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper
          .getText(document)
          .lines()
          .forEach(line -> row(List.of(line.strip().split(" +", -1)), figures));
    }
    return figures;
  }

  private void row(List<String> cells, Map<String, String> figures) {
    for (int i = 0; cells.size() == 4 && i < 4; i += 2) {
      String fact = FACTS.get(cells.get(i));
      if (fact != null) {
        figures.putIfAbsent(fact, cells.get(i + 1));
      }
    }
    if (cells.size() != Result.values().length + 3 || !cells.get(1).matches("\\d+")) {
      return;
    }
    String key = cells.get(0).equals("合计") ? "items" : "category." + category(cells.get(0));
    figures.put(key + ".total", cells.get(1));
    for (Result result : Result.values()) {
      figures.put(key + "." + result.wire(), cells.get(2 + result.ordinal()));
    }
    figures.put(key + ".met-share", cells.get(cells.size() - 1));
  }

  private String category(String name) {
    return model.categories().stream()
        .filter(row -> row.name().zh().equals(name))
        .map(CategoryRow::key)
        .findFirst()
        .orElse(name);
  }

  Map<String, String> json(byte[] file) {
    JsonNode figures = new JsonMapper().readTree(file).get("figures");
    Map<String, String> read = new LinkedHashMap<>();
    figures.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue().asString()));
    return read;
  }

  Map<String, String> csv(byte[] figures) {
    Map<String, String> read = new LinkedHashMap<>();
    for (List<String> row : rows(figures)) {
      read.put(row.get(0), row.get(1));
    }
    read.remove("\uFEFFfigure");
    read.remove("notice");
    return read;
  }

  private static List<List<String>> rows(byte[] csv) {
    Pattern field = Pattern.compile("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)");
    return new String(csv, StandardCharsets.UTF_8)
        .lines()
        .map(
            line -> {
              List<String> fields = new ArrayList<>();
              field.matcher(line).results().forEach(hit -> fields.add(hit.group(1)));
              return fields;
            })
        .toList();
  }
}
