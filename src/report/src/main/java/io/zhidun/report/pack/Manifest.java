package io.zhidun.report.pack;

import io.zhidun.report.Statements;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is in a pack.
 *
 * @param report number of the report
 * @param assessment its id
 * @param files in their order in the pack
 */
record Manifest(String report, String assessment, List<Entry> files) {

  static final String PATH = "manifest.json";
  static final String FORMAT = "zhidun-evidence-pack/1";

  private static final JsonMapper MAPPER = new JsonMapper();

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param sm3 of its bytes, lower-case hex
   * @param name that it had outside, empty for what the pack made itself
   */
  record Entry(String path, long bytes, String sm3, String name) {}

  byte[] json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", FORMAT);
    json.put("notice", Statements.SELF_CHECK.zh());
    json.put("noticeEn", Statements.SELF_CHECK.en());
    json.put("report", report);
    json.put("assessment", assessment);
    ArrayNode list = json.putArray("files");
    for (Entry entry : files) {
      ObjectNode file = list.addObject();
      file.put("path", entry.path);
      file.put("bytes", entry.bytes);
      file.put("sm3", entry.sm3);
      if (!entry.name.isEmpty()) {
        file.put("name", entry.name);
      }
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying why it is none
   */
  static Manifest parse(byte[] json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (!root.path("format").asString("").equals(FORMAT)) {
        throw new IllegalArgumentException("format is not " + FORMAT);
      }
      List<Entry> files = new ArrayList<>();
      for (JsonNode file : root.path("files")) {
        files.add(
            new Entry(
                file.path("path").asString(""),
                file.path("bytes").asLong(-1),
                file.path("sm3").asString(""),
                file.path("name").asString("")));
      }
      return new Manifest(
          root.path("report").asString(""), root.path("assessment").asString(""), files);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("no JSON: " + unreadable.getOriginalMessage(), unreadable);
    }
  }
}
