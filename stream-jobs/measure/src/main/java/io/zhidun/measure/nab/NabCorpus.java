package io.zhidun.measure.nab;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads a folder of labelled series: CSV files, and {@code windows.json} with times by file. */
public final class NabCorpus {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]", Locale.ROOT);

  private NabCorpus() {}

  /**
   * @return the series in the order of their names
   * @throws IOException where a file is missing or not of this form; the message names it
   */
  public static List<NabSeries> read(Path folder) throws IOException {
    JsonNode labels = Json.mapper().readTree(Files.readAllBytes(folder.resolve("windows.json")));
    List<NabSeries> all = new ArrayList<>();
    for (String name : labels.propertyNames().stream().sorted().toList()) {
      all.add(series(folder, name, labels.get(name)));
    }
    return all;
  }

  private static NabSeries series(Path folder, String name, JsonNode labels) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(name));
    long[] times = new long[lines.size() - 1];
    double[] values = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      String line = lines.get(i + 1);
      int comma = line.indexOf(',');
      if (comma < 0) {
        throw new IOException(name + ":" + (i + 2) + ": no comma in \"" + line + "\"");
      }
      times[i] = millis(line.substring(0, comma));
      values[i] = Double.parseDouble(line.substring(comma + 1));
    }
    List<NabWindow> windows = new ArrayList<>();
    for (JsonNode label : labels) {
      long from = millis(label.get(0).asString());
      long to = millis(label.get(1).asString());
      windows.add(window(name, times, from, to));
    }
    return new NabSeries(name, times, values, windows);
  }

  private static NabWindow window(String name, long[] times, long from, long to)
      throws IOException {
    int first = -1;
    int last = -1;
    for (int i = 0; i < times.length; i++) {
      if (times[i] >= from && times[i] <= to) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      throw new IOException(name + ": no point in the window that begins at " + from + " ms");
    }
    return new NabWindow(first, last);
  }

  private static long millis(String time) {
    return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
