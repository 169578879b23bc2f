package io.zhidun.stream.series;

import io.zhidun.standalone.supervisor.fake.FakeHttpPart;
import java.io.IOException;

/** Stands in for the writer of series. */
public final class SeriesWriter {
  private SeriesWriter() {}

  /** Starts it. */
  public static void main(String[] args) throws IOException {
    FakeHttpPart.run("--http-port", args);
  }
}
