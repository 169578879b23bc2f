package io.zhidun.stream.series;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Process of the writer: {@code SeriesWriter --kafka HOST:PORT --prometheus URL --http-port N}. It
 * answers {@code GET /health} and {@code GET /metrics} on 127.0.0.1; healthy is a writer that runs,
 * whether or not Prometheus does.
 */
public final class SeriesWriter {
  /** As old as what Kafka keeps for two days; Prometheus' out-of-order window is a little more. */
  static final Duration WINDOW = Duration.ofHours(48);

  private static final Logger LOG = LoggerFactory.getLogger(SeriesWriter.class);
  private static final String GROUP = "zhidun-series";
  private static final int WRONG_USE = 2;
  private static final int BROKEN = 70;

  private SeriesWriter() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      given.put(args[i], args[i + 1]);
    }
    String kafka = given.get("--kafka");
    String prometheus = given.get("--prometheus");
    String port = given.get("--http-port");
    if (kafka == null || prometheus == null || port == null || args.length != 6) {
      System.err.println("usage: SeriesWriter --kafka HOST:PORT --prometheus URL --http-port N");
      System.exit(WRONG_USE);
      return;
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          LOG.error("thread {} failed, the writer ends", thread.getName(), error);
          Runtime.getRuntime().halt(BROKEN);
        });
    run(kafka, URI.create(prometheus), Integer.parseInt(port));
  }

  private static void run(String kafka, URI prometheus, int port) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    WriterFigures figures = new WriterFigures(registry);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 16);
    server.createContext("/health", exchange -> answer(exchange, health(figures)));
    server.createContext("/metrics", exchange -> answer(exchange, metrics(registry)));
    server.start();
    Consumer<byte[], byte[]> consumer = consumer(kafka);
    WriteLoop loop =
        new WriteLoop(
            consumer,
            new PrometheusStore(prometheus.resolve("/api/v1/write")),
            figures,
            Clock.systemUTC(),
            WINDOW);
    Thread thread = new Thread(loop, "series-writer");
    thread.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(loop, thread), "shutdown"));
  }

  private static void end(WriteLoop loop, Thread thread) {
    loop.stop();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A consumer that commits when it is told to, and holds little. */
  static Consumer<byte[], byte[]> consumer(String kafka) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static byte[] health(WriterFigures figures) {
    boolean up = figures.storeUp.get() > 0;
    return ("{\"status\":\"" + (up ? "up" : "degraded") + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] metrics(PrometheusRegistry registry) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    return text.toByteArray();
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
