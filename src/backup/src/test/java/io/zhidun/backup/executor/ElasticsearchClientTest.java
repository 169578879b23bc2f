package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that refuses everybody and keeps what it was asked with. */
class ElasticsearchClientTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir Path folder;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private @Nullable HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private int start(HttpServer made) {
    server = made;
    made.createContext(
        "/",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] answer =
              "{\"error\":{\"reason\":\"missing authentication\"}}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(401, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    made.start();
    return made.getAddress().getPort();
  }

  private ElasticsearchOptions options(
      String url,
      @Nullable String user,
      @Nullable String password,
      @Nullable String apiKey,
      @Nullable Path authority) {
    return new ElasticsearchOptions(
        URI.create(url),
        user,
        password,
        apiKey,
        authority,
        folder,
        List.of("*"),
        1,
        1,
        Duration.ofSeconds(20));
  }

  @Test
  void sendsWhatItIsGivenToTheServerAndToNoMessage() throws Exception {
    String url = "http://127.0.0.1:" + start(HttpServer.create(ANY, 0));
    ElasticsearchOptions key = options(url, null, null, "c2VjcmV0", null);
    ElasticsearchOptions pair = options(url, "backup", "pass:word", null, null);

    for (ElasticsearchOptions one : List.of(key, pair)) {
      assertThatIOException()
          .isThrownBy(() -> ElasticsearchClient.of(one).get("/"))
          .withMessage("GET " + url + "/ gives 401: missing authentication");
      assertThat(one.toString()).isEqualTo("elasticsearch " + url);
    }

    assertThat(authorizations).containsExactly("ApiKey c2VjcmV0", "Basic YmFja3VwOnBhc3M6d29yZA==");
  }

  @Test
  void believesTheNamedAuthorityAndNoOther() throws Exception {
    Path store = folder.resolve("store.p12");
    Path pem = folder.resolve("server.pem");
    keytool("-genkeypair", "-alias", "es", "-keyalg", "EC", "-dname", "CN=es", "-ext",
        "SAN=ip:127.0.0.1", "-keystore", store.toString(), "-storepass", "changeit");
    keytool("-exportcert", "-rfc", "-alias", "es", "-file", pem.toString(),
        "-keystore", store.toString(), "-storepass", "changeit");
    HttpsServer https = HttpsServer.create(ANY, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    String url = "https://127.0.0.1:" + start(https);

    assertThatIOException()
        .isThrownBy(() -> ElasticsearchClient.of(options(url, "u", "p", null, pem)).get("/"))
        .withMessageContaining("401");
    assertThatIOException()
        .isThrownBy(() -> ElasticsearchClient.of(options(url, "u", "p", null, null)).get("/"))
        .isInstanceOf(SSLException.class);
    Files.writeString(folder.resolve("none.pem"), "no certificate");
    assertThatIOException()
        .isThrownBy(
            () ->
                ElasticsearchClient.of(
                    options(url, "u", "p", null, folder.resolve("none.pem"))))
        .withMessageStartingWith("no certificate in PEM");
  }

  private static void keytool(String... words) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    Program.of(command).run();
  }

  private static SSLContext context(Path store) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void sendsNoPasswordInClearToAnotherMachine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options("http://es.example.org:9200", "u", "p", null, null))
        .withMessageContaining("over https only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options("ftp://localhost", null, null, null, null))
        .withMessageContaining("must be of http or https");
  }
}
