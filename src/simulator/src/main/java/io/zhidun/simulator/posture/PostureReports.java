package io.zhidun.simulator.posture;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports as a configuration scanner writes them, one JSON object a line: time, object, check and
 * its values. Some of the values are faults, planted so that a reader has something to find.
 *
 * <p>A file {@value #CHANGES} in the system's folder changes values while the systems run, in the
 * form of the shipped file without its first level: object, check, value. So a demonstration, or a
 * test, breaks something and mends it again.
 */
final class PostureReports {
  static final String CHANGES = "posture-changes.json";

  private static final String SHIPPED = "/io/zhidun/simulator/posture.json";
  private static final long MOST_BYTES = 1 << 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  private final JsonNode objects;
  private final Path changes;

  /**
   * @param system its id
   * @param folder where the file of changes may lie
   */
  PostureReports(String system, Path folder) throws IOException {
    try (InputStream in = PostureReports.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IOException(SHIPPED + " is not on the class path");
      }
      this.objects = Json.mapper().readTree(in).path(system);
    }
    this.changes = folder.resolve(CHANGES);
  }

  /** Names of the objects that report. */
  List<String> names() {
    return List.copyOf(objects.propertyNames());
  }

  /** One line an object and check. */
  List<String> lines(OffsetDateTime at) throws IOException {
    JsonNode changed = changes();
    List<String> lines = new ArrayList<>();
    objects.forEachEntry(
        (object, checks) ->
            checks.forEachEntry(
                (check, values) ->
                    lines.add(
                        line(at, object, check, values, changed.at("/" + object + "/" + check)))));
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

  private JsonNode changes() throws IOException {
    if (!Files.isRegularFile(changes) || Files.size(changes) > MOST_BYTES) {
      return Json.mapper().createObjectNode();
    }
    try {
      return Json.mapper().readTree(Files.readString(changes));
    } catch (JacksonException e) {
      // Somebody is still writing it; the next round reads it whole.
      return Json.mapper().createObjectNode();
    }
  }
}
