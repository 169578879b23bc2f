package io.zhidun.service.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.service.compliance.evidence.TlsProbe.Kind;
import io.zhidun.service.compliance.evidence.TlsProbe.Spoken;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against servers that really speak, or do not. */
@Timeout(20)
class TlsProbeTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir private static Path folder;

  private final TlsProbe probe = new TlsProbe(Duration.ofSeconds(2));
  private final TlsProbe quick = new TlsProbe(Duration.ofSeconds(1));

  /** Answers every connection in a thread of its own until it is closed. */
  private static final class Server implements AutoCloseable {
    private final ServerSocket socket;

    private interface Talk {
      void with(Socket client) throws IOException;
    }

    Server(ServerSocket socket, Talk talk) {
      this.socket = socket;
      Thread thread =
          new Thread(
              () -> {
                while (!socket.isClosed()) {
                  try (Socket client = socket.accept()) {
                    talk.with(client);
                  } catch (IOException e) {
                    // The probe hangs up in the middle of things.
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    Endpoint endpoint() throws UnknownHostException {
      return Endpoint.of("tls://" + HERE.getHostAddress() + ":" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static SSLContext context(int days) throws Exception {
    Path store = folder.resolve("store-" + days);
    if (!Files.exists(store)) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "a",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=probe",
                  "-startdate",
                  "-10d",
                  "-validity",
                  Integer.toString(10 + days),
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  "changeit",
                  "-keystore",
                  store.toString())
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static Server tls(int days) throws Exception {
    return new Server(
        context(days).getServerSocketFactory().createServerSocket(0, 8, HERE),
        client -> ((SSLSocket) client).startHandshake());
  }

  @Test
  void tellsProtocolSuiteAndCertificateOfAGoodServer() throws Exception {
    try (Server server = tls(90)) {
      Spoken spoken = probe.ask(server.endpoint());

      assertThat(spoken.kind()).isEqualTo(Kind.TLS);
      assertThat(spoken.protocol()).isEqualTo("TLSv1.3");
      assertThat(spoken.weak()).isFalse();
      assertThat(spoken.expires())
          .isBetween(
              Instant.now().plus(Duration.ofDays(88)), Instant.now().plus(Duration.ofDays(91)));
    }
  }

  @Test
  void seesACertificateThatHasExpired() throws Exception {
    try (Server server = tls(-5)) {
      assertThat(probe.ask(server.endpoint()).expires()).isBefore(Instant.now());
    }
  }

  @Test
  void aServerThatTakesAnOldHelloIsWeak() throws Exception {
    byte[] serverHello = {0x16, 3, 2, 0, 4, 2, 0, 0, 0};
    try (Server server =
        new Server(
            new ServerSocket(0, 8, HERE),
            client -> {
              client.getInputStream().read(new byte[512]);
              client.getOutputStream().write(serverHello);
            })) {
      Spoken spoken = probe.ask(server.endpoint());

      assertThat(spoken.kind()).isEqualTo(Kind.TLS);
      assertThat(spoken.weak()).isTrue();
      assertThat(spoken.protocol()).isNull();
    }
  }

  @Test
  void aServerThatAnswersPlainlyIsPlain() throws Exception {
    try (Server server =
        new Server(
            new ServerSocket(0, 8, HERE),
            client -> {
              byte[] asked = new byte[512];
              int n = client.getInputStream().read(asked);
              if (n > 0 && asked[0] == 'H') {
                client
                    .getOutputStream()
                    .write("HTTP/1.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      assertThat(probe.ask(server.endpoint()).kind()).isEqualTo(Kind.PLAIN);
    }
  }

  @Test
  void aServerThatWaitsForTheEndOfALineIsAskedPlainlyAtOnce() throws Exception {
    try (Server server =
        new Server(
            new ServerSocket(0, 8, HERE),
            client -> {
              InputStream in = client.getInputStream();
              int sign = in.read();
              while (sign >= 0 && sign != '\n') {
                sign = in.read();
              }
              client.getOutputStream().write('H');
            })) {
      Instant begun = Instant.now();

      assertThat(quick.ask(server.endpoint()).kind()).isEqualTo(Kind.PLAIN);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(1_800));
    }
  }

  @Test
  void whoDoesNotAnswerIsAwayAndNothingIsKnown() throws Exception {
    Endpoint closed;
    try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
      closed = Endpoint.of("https://127.0.0.1:" + socket.getLocalPort());
    }
    assertThat(probe.ask(closed)).isEqualTo(Spoken.AWAY);
  }

  @Test
  void addressesThatTellSecretsAreNeverAsked() {
    for (String host :
        List.of("169.254.169.254", "[fe80::1]", "100.100.100.200", "0.0.0.0", "224.0.0.1")) {
      assertThatThrownBy(() -> Endpoint.of("https://" + host + ":443"))
          .as(host)
          .isInstanceOf(UnknownHostException.class);
    }
  }
}
