package io.zhidun.collectors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.testkit.InMemoryShipper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A running collector of the sources {@code portal} and {@code registry}, and its clients. */
final class HttpScene implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Small and impatient, so that tests need little of either. */
  static final HttpLimits LIMITS =
      new HttpLimits(
          100_000,
          400_000,
          150_000,
          4,
          Duration.ofSeconds(2),
          Duration.ofMillis(600),
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          100,
          Duration.ofMinutes(1));

  final InMemoryShipper shipper = new InMemoryShipper();
  final HttpCollector collector;
  private final Thread thread;

  HttpScene() {
    this(LIMITS, null);
  }

  HttpScene(HttpLimits limits, @Nullable Path token) {
    collector = collector(List.of("portal", "registry"), limits, token, shipper);
    thread = new Thread(() -> run(collector), "scene");
    thread.start();
    awaitBound(collector);
  }

  static HttpCollector collector(
      List<String> sources, HttpLimits limits, @Nullable Path token, InMemoryShipper shipper) {
    return new HttpCollector(
        new HttpOptions("filings", 0, sources, ZoneId.of("Asia/Shanghai"), token, limits),
        shipper,
        Clock.systemUTC(),
        System::nanoTime);
  }

  private static void run(HttpCollector collector) {
    try {
      collector.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void awaitBound(HttpCollector collector) {
    await().atMost(PATIENCE).until(() -> collector.bound().size() == 2);
  }

  /** A connection over IPv6. */
  Socket connect() throws IOException {
    return connect(collector.bound().get(1));
  }

  static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  Reply post(String headers, String body) throws IOException {
    return post(headers, body.getBytes(UTF_8));
  }

  Reply post(String headers, byte[] body) throws IOException {
    try (Socket socket = connect()) {
      send(socket, request(headers, body.length), body);
      return Reply.read(socket);
    }
  }

  /** Lines of the source {@code portal}. */
  Reply lines(String body) throws IOException {
    return post(LINES, body);
  }

  static final String LINES = "Zhidun-Source: portal\r\nContent-Type: application/x-ndjson\r\n";
  static final String XML = "Zhidun-Source: portal\r\nContent-Type: application/xml\r\n";

  static String request(String headers, long length) {
    return "POST /v1/filings HTTP/1.1\r\nHost: localhost\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  static void send(Socket socket, String head, byte[] body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    socket.getOutputStream().write(all.toByteArray());
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  static String repeated(char character, int count) {
    char[] all = new char[count];
    Arrays.fill(all, character);
    return new String(all);
  }

  /** Count of an outcome among the requests. */
  long outcome(String name) {
    Map<String, Long> all = new HashMap<>();
    collector.counters().each(all::put);
    assertThat(all).containsKey(name);
    return all.getOrDefault(name, -1L);
  }

  @Override
  public void close() throws InterruptedException {
    collector.stop();
    thread.join(PATIENCE.toMillis());
    assertThat(thread.isAlive()).as("the collector runs on").isFalse();
  }
}
