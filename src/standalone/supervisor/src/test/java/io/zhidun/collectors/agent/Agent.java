package io.zhidun.collectors.agent;

import io.zhidun.standalone.supervisor.fake.FakeHttpPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for the agent; reads its port from the configuration, as the agent does. */
public final class Agent {
  private static final Pattern PORT = Pattern.compile("metrics: \\{port: (\\d+)}");

  private Agent() {}

  /** Starts it. */
  public static void main(String[] args) throws IOException {
    Matcher port = PORT.matcher(Files.readString(Path.of(args[1])));
    if (!port.find()) {
      throw new IOException("no port in " + args[1]);
    }
    FakeHttpPart.run(Integer.parseInt(port.group(1)));
  }
}
