package io.zhidun.collectors.metrics.push;

import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.metrics.SeriesLimits;
import io.zhidun.collectors.metrics.Shipped;
import io.zhidun.collectors.testkit.InMemoryShipper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receiver at work on both loopback addresses, and a sender. */
final class PushScene implements AutoCloseable {
  static final long NOON = 1_795_780_800_000L;
  static final Duration KEEP = Duration.ofMillis(300);
  static final Duration REQUEST = Duration.ofMillis(700);

  final InMemoryShipper shipper = new InMemoryShipper();
  final PushCollector collector;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread thread;

  PushScene(@Nullable Path token, SeriesLimits limits) {
    PushOptions options =
        PushOptions.of(
                "push",
                List.of(PushAddress.parse("127.0.0.1:0"), PushAddress.parse("[::1]:0")),
                List.of("prometheus", "other"))
            .with(token, 4, 1 << 20, 4 << 20, limits)
            .withDeadlines(REQUEST, KEEP);
    collector = new PushCollector(options, shipper, Clock.systemUTC());
    thread =
        new Thread(
            () -> {
              try {
                collector.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.start();
    await().until(() -> collector.bound().size() == 2);
  }

  HttpResponse<byte[]> write(byte[] body, String... headers) {
    return post(
        0,
        "/api/v1/write",
        body,
        headers.length > 0
            ? headers
            : new String[] {
              "Content-Type", "application/x-protobuf", "Content-Encoding", "snappy"
            });
  }

  HttpResponse<byte[]> post(int address, String path, byte[] body, String... headers) {
    try {
      return client.send(
          HttpRequest.newBuilder(uri(address, path))
              .headers(headers)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI uri(int address, String path) {
    String host = address == 0 ? "127.0.0.1" : "[::1]";
    return URI.create("http://" + host + ":" + collector.bound().get(address).getPort() + path);
  }

  List<String> texts() {
    return Shipped.texts(shipper, "prometheus");
  }

  @Override
  public void close() throws InterruptedException {
    collector.stop();
    thread.join();
  }
}
