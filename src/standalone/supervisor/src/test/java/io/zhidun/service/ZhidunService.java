package io.zhidun.service;

import io.zhidun.standalone.supervisor.fake.FakeHttpPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the service; takes the first accounts away, as the service does. */
public final class ZhidunService {
  private ZhidunService() {}

  /** Starts it. */
  public static void main(String[] args) throws IOException {
    FakeHttpPart.run(Integer.parseInt(System.getenv("SERVER_PORT")));
    Files.deleteIfExists(Path.of(System.getenv("ZHIDUN_BOOTSTRAP_FILE")));
  }
}
