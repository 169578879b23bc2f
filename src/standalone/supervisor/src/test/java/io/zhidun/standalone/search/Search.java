package io.zhidun.standalone.search;

import io.zhidun.standalone.supervisor.fake.FakeHttpPart;
import java.io.IOException;

/** Stands in for Elasticsearch. */
public final class Search {
  private Search() {}

  /** Starts it. */
  public static void main(String[] args) throws IOException {
    FakeHttpPart.run("--port", args);
  }
}
