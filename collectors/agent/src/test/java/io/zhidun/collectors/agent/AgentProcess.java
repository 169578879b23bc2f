package io.zhidun.collectors.agent;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An agent as a process of its own, with the heap it is meant to get by with. */
final class AgentProcess implements AutoCloseable {
  private final Path config;
  private final Path log;
  private final int metricsPort;
  private Process process;

  AgentProcess(Path folder, String bootstrap, String collectors) throws IOException {
    this.config = folder.resolve("collectors.yml");
    this.log = folder.resolve("agent.out");
    this.metricsPort = TestBroker.freePort();
    Files.writeString(
        config,
        """
        agent: agent-it
        kafka: {bootstrap: "%s"}
        state: %s
        metrics: {port: %d}
        collectors:
        %s
        """
            .formatted(bootstrap, folder.resolve("state"), metricsPort, collectors));
    this.process = launch();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Agent.class.getName(),
            "--config",
            config.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = launch();
  }

  AgentProcess awaitHealthy() {
    await().atMost(Duration.ofSeconds(60)).until(() -> get("/health").contains("\"up\""));
    return this;
  }

  String get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + path)).build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return ""; // not yet, or not any more
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Ends it in order; true if it did so in time. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
