package io.zhidun.simulator.posture;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports as a configuration scanner writes them, one JSON object a line: time, object, check and
 * its values. Some of the values are faults, planted so that a reader has something to find.
 */
final class PostureReports {
  private static final String SHIPPED = "/io/zhidun/simulator/posture.json";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  private final JsonNode objects;

  /**
   * @param system its id
   */
  PostureReports(String system) throws IOException {
    try (InputStream in = PostureReports.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IOException(SHIPPED + " is not on the class path");
      }
      this.objects = Json.mapper().readTree(in).path(system);
    }
  }

  /** Names of the objects that report. */
  List<String> names() {
    return List.copyOf(objects.propertyNames());
  }

  /**
   * One line an object and check.
   *
   * @param changed values in place of the shipped ones, by object and check
   */
  List<String> lines(OffsetDateTime at, JsonNode changed) {
    List<String> lines = new ArrayList<>();
    objects.forEachEntry(
        (object, checks) ->
            checks.forEachEntry(
                (check, values) ->
                    lines.add(line(at, object, check, values, changed.path(object).path(check)))));
    return lines;
  }

  private static String line(
      OffsetDateTime at, String object, String check, JsonNode values, JsonNode changed) {
    ObjectNode both = values.deepCopy().asObject();
    changed.forEachEntry(both::set);
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("ts", TIME.format(at));
    line.put("host", object);
    line.put("check", check);
    line.put("agent", "posture-agent");
    line.set("values", both);
    return line.toString();
  }
}
