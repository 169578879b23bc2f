package io.zhidun.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.adobe.testing.s3mock.S3MockApplication;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of the S3 protocol that runs in this process. */
class S3TargetTest extends TargetContract {
  private static final AtomicInteger TESTS = new AtomicInteger();

  @TempDir static Path store;
  private static S3MockApplication server;

  private final String prefix = "test-" + TESTS.incrementAndGet() + "/";

  @BeforeAll
  static void startServer() {
    server =
        S3MockApplication.start(
            new HashMap<>(
                Map.of(
                    S3MockApplication.PROP_HTTP_PORT,
                    "0",
                    S3MockApplication.PROP_HTTPS_PORT,
                    "0",
                    S3MockApplication.PROP_SILENT,
                    true,
                    "logging.level.root",
                    "OFF",
                    "server.shutdown",
                    "immediate",
                    S3MockApplication.PROP_ROOT_DIRECTORY,
                    store.toString(),
                    S3MockApplication.PROP_INITIAL_BUCKETS,
                    "zhidun")));
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  private S3Options options(int port, String bucket, boolean objectLock, boolean appendOnly) {
    return new S3Options(
        URI.create("http://127.0.0.1:" + port),
        "us-east-1",
        bucket,
        prefix,
        "access",
        "secret",
        objectLock,
        appendOnly);
  }

  @Override
  Target open() {
    return new S3Target(options(server.getHttpPort(), "zhidun", false, false));
  }

  @Override
  Target openAppendOnly() {
    return new S3Target(options(server.getHttpPort(), "zhidun", false, true));
  }

  /**
   * The server of these tests keeps no locks, so what is looked at is the request: the lock must
   * come with the object, not after it.
   */
  @Test
  void asksTheStoreToLockAnObjectWithTheSameRequest() throws Exception {
    Map<String, String> asked = new ConcurrentHashMap<>();
    HttpServer ear = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    ear.createContext("/", exchange -> answer(exchange, asked));
    ear.start();
    try (Target target = new S3Target(options(ear.getAddress().getPort(), "locked", true, false))) {
      target.put("kept", Content.of("evidence"), Instant.parse("2031-02-03T04:05:06Z"));
    } finally {
      ear.stop(0);
    }

    assertThat(asked)
        .containsEntry("x-amz-object-lock-mode", "COMPLIANCE")
        .containsEntry("x-amz-object-lock-retain-until-date", "2031-02-03T04:05:06Z")
        .containsEntry("if-none-match", "*");
  }

  private static void answer(HttpExchange exchange, Map<String, String> asked) throws IOException {
    boolean put = "PUT".equals(exchange.getRequestMethod());
    exchange.getRequestBody().readAllBytes();
    if (put) {
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> asked.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    }
    exchange.sendResponseHeaders(put ? 200 : 404, -1);
    exchange.close();
  }

  /** This server looks and then writes, so two of many that come at once may both be let in. */
  @Override
  @Disabled("the server of the tests does not decide a race of conditional requests")
  void letsOneOfManyWritersWin() {}

  @Test
  void wantsAnEncryptedLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new S3Options(
                    URI.create("http://s3.example.org"), "r", "b", "", "a", "s", false, false))
        .withMessageContaining("must be https");
  }
}
