package io.zhidun.grafana;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A board as its file has it. */
record Board(String file, JsonNode json) {
  static List<Board> all() {
    return Folder.files(Folder.BOARDS).stream().map(Board::read).toList();
  }

  private static Board read(Path path) {
    try {
      return new Board(
          path.getFileName().toString(), Json.mapper().readTree(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All panels but the rows. */
  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      if (!panel.path("type").stringValue().equals("row")) {
        panels.add(panel);
      }
    }
    return panels;
  }

  /** Every expression with its place; variables stand for everything. */
  Map<String, String> expressions() {
    Map<String, String> all = new LinkedHashMap<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        String place = panel.path("title").stringValue() + " " + target.path("refId").stringValue();
        all.put(file + ": " + place, filled(target.path("expr").stringValue()));
      }
    }
    for (JsonNode annotation : json.path("annotations").path("list")) {
      String place = file + ": " + annotation.path("name").stringValue();
      all.put(place, filled(annotation.path("expr").stringValue()));
    }
    return all;
  }

  /** Expressions of variables, as {@code label_values(metric, label)}. */
  List<String> variables() {
    List<String> queries = new ArrayList<>();
    for (JsonNode variable : json.path("templating").path("list")) {
      if (variable.path("type").stringValue().equals("query")) {
        queries.add(variable.path("query").path("query").stringValue());
      }
    }
    return queries;
  }

  private static String filled(String expression) {
    return expression.replace("$__rate_interval", "1m").replaceAll("\\$[a-z]+", ".*");
  }
}
