package io.zhidun.standalone.stream;

import io.zhidun.standalone.supervisor.fake.FakeHttpPart;
import java.io.IOException;

/** Stands in for the stream process. */
public final class StreamProcess {
  private StreamProcess() {}

  /** Starts it. */
  public static void main(String[] args) throws IOException {
    FakeHttpPart.run("--http-port", args);
  }
}
