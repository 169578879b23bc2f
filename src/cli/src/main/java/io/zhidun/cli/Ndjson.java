package io.zhidun.cli;

import io.zhidun.events.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Machine output: one JSON object a line on standard output. */
final class Ndjson implements AutoCloseable {
  private final OutputStream out = new BufferedOutputStream(System.out, 1 << 16);

  void write(Object line) throws IOException {
    out.write(Json.mapper().writeValueAsBytes(line));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
