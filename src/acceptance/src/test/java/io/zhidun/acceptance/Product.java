package io.zhidun.acceptance;

import io.zhidun.events.Json;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One installation, driven by the same verbs that people use, on ports of its own. */
final class Product implements AutoCloseable {
  private static final Path CHECKOUT = checkout();
  private static final Pattern ACCOUNT =
      Pattern.compile("^ +(operator|engineer|auditor|reviewer) +(\\S+)$");

  private final Path data;
  private final Map<String, String> environment;
  private final List<Integer> ports = Ports.free(16);
  private final Map<String, String> passwords = new LinkedHashMap<>();

  Product(Path data) {
    this(data, Map.of());
  }

  /**
   * @param environment variables that its parts are started with
   */
  Product(Path data, Map<String, String> environment) {
    this.data = data;
    this.environment = Map.copyOf(environment);
  }

  /** What a verb said and how it ended. */
  record Said(int exitCode, String text) {}

  Path data() {
    return data;
  }

  int httpPort() {
    return ports.get(0);
  }

  int syslogPort() {
    return ports.get(1);
  }

  String kafka() {
    return "127.0.0.1:" + ports.get(2);
  }

  int streamPort() {
    return ports.get(6);
  }

  int agentPort() {
    return ports.get(7);
  }

  URI filings() {
    return URI.create("http://127.0.0.1:" + ports.get(11) + "/v1/filings");
  }

  URI console() {
    return URI.create("http://127.0.0.1:" + httpPort());
  }

  String password(String account) {
    return passwords.getOrDefault(account, "");
  }

  static Path home() {
    return CHECKOUT;
  }

  Said up(String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
    List<String> names =
        List.of(
            "--http-port",
            "--syslog-port",
            "--kafka-port",
            "--kafka-controller-port",
            "--elasticsearch-port",
            "--elasticsearch-transport-port",
            "--stream-port",
            "--agent-port",
            "--patent-review-port",
            "--trademark-port",
            "--public-service-port",
            "--filings-port",
            "--patent-review-tls-port",
            "--prometheus-port",
            "--series-port",
            "--push-port");
    for (int i = 0; i < names.size(); i++) {
      arguments.add(names.get(i) + "=" + ports.get(i));
    }
    arguments.addAll(Arrays.asList(more));
    Said said = verb(environment, arguments.toArray(String[]::new));
    said.text()
        .lines()
        .map(ACCOUNT::matcher)
        .filter(Matcher::matches)
        .forEach(found -> passwords.put(found.group(1), found.group(2)));
    return said;
  }

  Said status(String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("status", "--data", data.toString()));
    arguments.addAll(Arrays.asList(more));
    return verb(arguments.toArray(String[]::new));
  }

  /** What the supervisor says of a part. */
  JsonNode part(String name) throws IOException {
    JsonNode state = Json.mapper().readTree(Files.readAllBytes(data.resolve("run/state.json")));
    for (JsonNode part : state.path("parts")) {
      if (part.path("name").asString().equals(name)) {
        return part;
      }
    }
    throw new AssertionError("no part " + name + " in " + state);
  }

  Said down() throws IOException, InterruptedException {
    return verb("down", "--data", data.toString());
  }

  ServiceClient signIn(String account) {
    ServiceClient client = ServiceClient.signIn(console(), account, password(account));
    passwords.put(account, client.password());
    return client;
  }

  /** Runs a verb of the built command line and returns all that it said. */
  static Said verb(String... arguments) throws IOException, InterruptedException {
    return verb(Map.of(), arguments);
  }

  private static Said verb(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    JvmCommand command = JvmCommand.ofModule(CHECKOUT.resolve("src/cli"), "io.zhidun.cli.Zhidun");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dzhidun.home=" + CHECKOUT,
                "-cp",
                command.classpath(),
                command.mainClass()));
    line.addAll(Arrays.asList(arguments));
    Path output = Files.createTempFile("zhidun-verb", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(6, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", arguments) + " did not end");
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Said(process.exitValue(), text);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    down();
  }

  private static Path checkout() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("zhidun"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("the tests do not run inside a checkout");
    }
    return at;
  }
}
