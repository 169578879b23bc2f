package io.zhidun.benchmarks;

import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts under measurement, each a process of its own, started as the supervisor starts them.
 */
public final class Installation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** As the supervisor starts it. */
  private static final List<String> STREAM_OPTIONS =
      List.of(
          "-Xms768m",
          "-Xmx768m",
          "-Xmn448m",
          "-XX:+UseSerialGC",
          "-XX:+UseTransparentHugePages",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=12500",
          "-XX:Tier4CompileThreshold=125000",
          "-XX:Tier4BackEdgeThreshold=375000",
          "-XX:FreqInlineSize=150");

  private final Path checkout;
  private final Path data;
  private final Processes processes;
  private final Map<String, Process> parts = new LinkedHashMap<>();
  private final List<Integer> ports = Ports.free(7);

  public Installation(Path checkout, Path data) {
    this.checkout = checkout;
    this.data = data;
    this.processes = new Processes(data.resolve("logs"));
  }

  String kafka() {
    return "127.0.0.1:" + ports.get(0);
  }

  public URI service() {
    return URI.create("http://127.0.0.1:" + ports.get(4));
  }

  Process part(String name) {
    Process part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("part " + name + " was not started");
    }
    return part;
  }

  /** CPU seconds of all parts so far. */
  double cpuSeconds() {
    return parts.values().stream().mapToDouble(CpuClock::seconds).sum();
  }

  public void startKafka() {
    start(
        "kafka",
        "src/standalone/broker",
        "io.zhidun.standalone.broker.Broker",
        List.of("-Xmx512m", "-XX:+UseSerialGC"),
        Map.of(),
        "--data",
        data.resolve("kafka").toString(),
        "--port",
        ports.get(0).toString(),
        "--controller-port",
        ports.get(1).toString());
    io.zhidun.testkit.Await.until(PATIENCE, "kafka", this::kafkaAnswers);
  }

  private boolean kafkaAnswers() throws Exception {
    try (var admin =
        org.apache.kafka.clients.admin.Admin.create(Map.of("bootstrap.servers", kafka()))) {
      return admin
          .listTopics()
          .names()
          .get(5, java.util.concurrent.TimeUnit.SECONDS)
          .contains(io.zhidun.events.Topics.ALERTS);
    }
  }

  void startStream() {
    startStream(Map.of());
  }

  /** The same with the filing job, whose key of hashes is made. */
  public void startStreamWithFilings() {
    startStream(Map.of("ZHIDUN_FILINGS_KEY_FILE", data.resolve("filings.key").toString()));
  }

  private void startStream(Map<String, String> environment) {
    start(
        "stream",
        "src/standalone/stream",
        "io.zhidun.standalone.stream.StreamProcess",
        STREAM_OPTIONS,
        environment,
        "--kafka",
        kafka(),
        "--state",
        data.resolve("stream").toString(),
        "--http-port",
        ports.get(2).toString());
    Health.await(URI.create("http://127.0.0.1:" + ports.get(2) + "/health"), PATIENCE);
  }

  /** Where filings are posted. */
  public URI filings() {
    return URI.create("http://127.0.0.1:" + ports.get(6) + "/v1/filings");
  }

  /** Starts the agent on one followed file. */
  void startAgent(Path followed) throws IOException {
    startAgent(
        "{type: file, source: mixed, paths: [\"%s\"], dataset: syslog, zone: UTC, start: beginning}"
            .formatted(followed));
  }

  /** Starts the agent for posted filings. */
  public void startAgentForFilings() throws IOException {
    startAgent("{type: http, name: filings, port: %d, sources: [filings]}".formatted(ports.get(6)));
  }

  private void startAgent(String collector) throws IOException {
    Path config = data.resolve("collectors.yml");
    Files.writeString(
        config,
        """
        agent: bench
        kafka: {bootstrap: "%s"}
        state: "%s"
        spool: {limit: 64MiB}
        metrics: {port: %d}
        zone: UTC
        collectors:
          - %s
        """
            .formatted(kafka(), data.resolve("agent"), ports.get(3), collector));
    start(
        "agent",
        "collectors/agent",
        "io.zhidun.collectors.agent.Agent",
        List.of("-Xmx96m", "-XX:+UseSerialGC"),
        Map.of(),
        "--config",
        config.toString());
    Health.await(URI.create("http://127.0.0.1:" + ports.get(3) + "/health"), PATIENCE);
  }

  /** Starts the service with one account, {@code operator}, whose password is given. */
  public void startService(String password) throws IOException {
    Path accounts = data.resolve("first-accounts.json");
    Files.writeString(
        accounts,
        "{\"accounts\":[{\"name\":\"operator\",\"role\":\"operator\",\"password\":\""
            + password
            + "\"}]}");
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SERVER_PORT", ports.get(4).toString());
    environment.put("ZHIDUN_KAFKA", kafka());
    environment.put("ZHIDUN_ELASTICSEARCH", "http://127.0.0.1:" + ports.get(5));
    environment.put("ZHIDUN_DATA", data.resolve("service").toString());
    environment.put("ZHIDUN_BOOTSTRAP_FILE", accounts.toString());
    environment.put("ZHIDUN_STREAM_URL", "http://127.0.0.1:" + ports.get(2));
    environment.put("ZHIDUN_AGENT_URL", "http://127.0.0.1:" + ports.get(3));
    start(
        "service",
        "src/service",
        "io.zhidun.service.ZhidunService",
        List.of("-Xmx320m", "-XX:+UseSerialGC"),
        environment);
    Health.await(service().resolve("/actuator/health"), PATIENCE);
  }

  private void start(
      String name,
      String module,
      String main,
      List<String> jvm,
      Map<String, String> environment,
      String... arguments) {
    JvmCommand command =
        JvmCommand.ofModule(checkout.resolve(module), main)
            .withJvmOptions(jvm.toArray(String[]::new))
            .withArguments(arguments)
            .withEnvironment(environment);
    parts.put(name, processes.start(command));
  }

  /** Value of a counter of the stream process. */
  double streamCounter(String series) throws IOException {
    URI metrics = URI.create("http://127.0.0.1:" + ports.get(2) + "/metrics");
    try (InputStream in = metrics.toURL().openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith(series + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
          .findFirst()
          .orElse(0);
    }
  }

  @Override
  public void close() throws InterruptedException {
    processes.close();
  }
}
