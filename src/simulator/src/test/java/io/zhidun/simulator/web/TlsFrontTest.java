package io.zhidun.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class TlsFrontTest {
  private static final Instant NOW = Instant.now();

  @Test
  void servesTheSiteUnderACertificateOfItsOwn() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TlsFront front = TlsFront.of("review.example", NOW, new SecureRandom(), () -> false);
    WebServer.Site site = request -> Response.text("text/plain", "here");
    try (WebServer server = WebServer.startTls(port, Runnable::run, site, front);
        SSLSocket socket =
            (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 200").endsWith("here");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=review.example");
      assertThat(shown.getNotAfter().toInstant())
          .isBetween(NOW.plus(Duration.ofDays(364)), NOW.plus(Duration.ofDays(366)));
      shown.verify(shown.getPublicKey());
    }
  }

  private static SSLContext trusting() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        null,
        new TrustManager[] {
          new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
              return new X509Certificate[0];
            }
          }
        },
        null);
    return context;
  }
}
