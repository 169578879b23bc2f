package io.zhidun.simulator.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Samples as OpenMetrics text with times, which {@code promtool tsdb create-blocks-from
 * openmetrics} reads into a Prometheus.
 */
public final class OpenMetricsFile implements Consumer<Sample>, Closeable {
  private final BufferedWriter out;

  public OpenMetricsFile(Path path) throws IOException {
    out = Files.newBufferedWriter(path);
  }

  @Override
  public void accept(Sample sample) {
    StringBuilder line = new StringBuilder(160).append(sample.name());
    char before = '{';
    for (Map.Entry<String, String> label : sample.labels().entrySet()) {
      line.append(before).append(label.getKey()).append("=\"");
      line.append(escaped(label.getValue())).append('"');
      before = ',';
    }
    line.append(before == '{' ? "" : "}").append(' ').append(sample.value()).append(' ');
    line.append(sample.time().getEpochSecond()).append('\n');
    try {
      out.write(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public void close() throws IOException {
    out.write("# EOF\n");
    out.close();
  }
}
