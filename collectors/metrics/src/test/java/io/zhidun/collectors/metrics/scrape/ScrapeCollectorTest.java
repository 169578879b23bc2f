package io.zhidun.collectors.metrics.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zhidun.collectors.metrics.SeriesLimits;
import io.zhidun.collectors.metrics.Shipped;
import io.zhidun.collectors.testkit.InMemoryShipper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrapeCollectorTest {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final InMemoryShipper shipper = new InMemoryShipper();
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<ScrapeCollector> collectors = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile String text = "";

  @TempDir private Path folder;

  @AfterEach
  void end() {
    collectors.forEach(ScrapeCollector::stop);
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  @Test
  void shipsWhatATargetSaysAndWhatBecameOfTheScrape() throws IOException {
    text = "# TYPE jobs counter\njobs{queue=\"a\",instance=\"mine\"} 7\nload NaN\n";
    String target = serve("::1", this::say);

    start(options(List.of(target)));

    String own = "{instance=\"" + target + "\",job=\"node\"}";
    awaitSample(text -> text.equals("up" + own + " 1.0"));
    assertThat(texts())
        .contains(
            "jobs{exported_instance=\"mine\",instance=\""
                + target
                + "\",job=\"node\",queue=\"a\"} 7.0",
            "load" + own + " NaN",
            "scrape_samples_scraped" + own + " 2.0",
            "scrape_samples_post_metric_relabeling" + own + " 2.0",
            "scrape_series_added" + own + " 2.0");
  }

  @Test
  void aSeriesThatIsMissingAndATargetThatIsAwayAreMarkedStale() throws IOException {
    text = "a 1\nb 2\nc 3 1000\n";
    String target = serve("127.0.0.1", this::say);
    start(options(Duration.ofSeconds(1), List.of(target), List.of(), List.of(), List.of()));
    awaitSample(text -> text.startsWith("b{") && text.endsWith(" 2.0"));

    text = "a 5\n";
    awaitSample(text -> text.startsWith("b{") && text.endsWith(" stale"));
    assertThat(texts()).noneMatch(text -> text.startsWith("a{") && text.endsWith(" stale"));

    servers.get(0).stop(0);
    awaitSample(text -> text.startsWith("up{") && text.endsWith(" 0.0"));
    assertThat(texts()).anyMatch(text -> text.startsWith("a{") && text.endsWith(" stale"));
    assertThat(texts()).noneMatch(text -> text.startsWith("c{") && text.endsWith(" stale"));
  }

  @Test
  void anAnswerThatNeverEndsOrNeverComesOrIsWrongCountsForNothing() throws IOException {
    List<String> targets =
        List.of(
            serve("127.0.0.1", ScrapeCollectorTest::sleep),
            serve("127.0.0.1", exchange -> stream(exchange, "a 1\n")),
            serve("127.0.0.1", exchange -> stream(exchange, "# a comment without an end ")),
            serve("127.0.0.1", exchange -> answer(exchange, 200, "a 1\na b\n")),
            serve("127.0.0.1", exchange -> answer(exchange, 500, "a 1\n")));

    start(options(targets));

    for (String target : targets) {
      awaitSample(text -> text.equals("up{instance=\"" + target + "\",job=\"node\"} 0.0"));
    }
    assertThat(texts()).noneMatch(text -> text.startsWith("a{"));
  }

  @Test
  void aLabelOfAMegabyteLosesItsSeriesAlone() throws IOException {
    text = "a{x=\"" + "y".repeat(1 << 20) + "\"} 1\na{x=\"z\"} 2\na{x=\"z\"} 3\n";
    start(options(List.of(serve("127.0.0.1", this::say))));

    awaitSample(text -> text.startsWith("up{") && text.endsWith(" 1.0"));
    assertThat(texts().stream().filter(text -> text.startsWith("a{")).limit(1))
        .allMatch(text -> text.endsWith("x=\"z\"} 2.0"));
    assertThat(texts()).noneMatch(text -> text.endsWith(" 3.0") && text.startsWith("a{"));
  }

  @Test
  void targetsOfFilesAndUrlsComeAndGo() throws IOException {
    text = "a 1\n";
    String first = serve("127.0.0.1", this::say);
    String second = serve("127.0.0.1", this::say);
    Path file = folder.resolve("targets.json");
    Files.writeString(
        file, "[{\"targets\": [\"%s\"], \"labels\": {\"zone\": \"dmz\"}}]".formatted(first));
    String list =
        serve("::1", exchange -> answer(exchange, 200, "[{\"targets\": [\"" + second + "\"]}]"));
    RelabelRule zone =
        new RelabelRule(
            List.of("__meta_url"),
            ";",
            RelabelRule.pattern("http.+"),
            0,
            "zone",
            "url",
            RelabelAction.REPLACE);

    start(
        options(
            INTERVAL,
            List.of(),
            List.of(folder.resolve("*.json")),
            List.of(URI.create("http://" + list + "/sd")),
            List.of(zone)));

    awaitSample(text -> text.startsWith("up{") && text.contains("zone=\"dmz\""));
    awaitSample(text -> text.startsWith("up{") && text.contains("zone=\"url\""));
    Files.writeString(file, "no list at all {");
    int before = texts().size();
    await()
        .until(
            () ->
                texts().stream()
                    .skip(before)
                    .anyMatch(t -> t.contains("dmz") && t.startsWith("up{")));
    Files.writeString(file, "[]");
    awaitSample(text -> text.startsWith("up{") && text.contains("dmz") && text.endsWith(" stale"));
  }

  private void start(ScrapeOptions options) {
    ScrapeCollector collector =
        new ScrapeCollector(options, shipper, Clock.systemUTC(), System::nanoTime);
    collectors.add(collector);
    threads.execute(
        () -> {
          try {
            collector.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static ScrapeOptions options(List<String> targets) {
    return options(INTERVAL, targets, List.of(), List.of(), List.of());
  }

  private static ScrapeOptions options(
      Duration interval,
      List<String> targets,
      List<Path> files,
      List<URI> urls,
      List<RelabelRule> rules) {
    return new ScrapeOptions(
        "node",
        interval,
        interval,
        "http",
        "/metrics",
        false,
        true,
        4 << 20,
        10_000,
        10,
        List.of(new TargetGroup(targets, Map.of())),
        files,
        urls,
        INTERVAL,
        rules,
        List.of(),
        null,
        SeriesLimits.DEFAULT);
  }

  private String serve(String host, Answering answering) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 16);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answering.answer(exchange));
    server.start();
    servers.add(server);
    int port = server.getAddress().getPort();
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }

  private void say(HttpExchange exchange) throws IOException {
    answer(exchange, 200, text);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void sleep(HttpExchange exchange) {
    try (exchange) {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stream(HttpExchange exchange, String piece) throws IOException {
    byte[] bytes = piece.repeat(1_000).getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      while (!Thread.currentThread().isInterrupted()) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private List<String> texts() {
    return Shipped.texts(shipper, "node");
  }

  private void awaitSample(Predicate<@Nullable String> wanted) {
    await().atMost(Duration.ofSeconds(20)).until(() -> texts().stream().anyMatch(wanted));
  }

  private interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }
}
