package io.zhidun.collectors.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileTargetTest {
  private static final Duration TIMEOUT = Duration.ofMillis(400);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Prober prober = new Prober(TIMEOUT);

  @AfterEach
  void end() {
    prober.close();
    threads.shutdownNow();
  }

  @Test
  void whoNeverAnswersOrTricklesForEverIsATimeout() throws IOException {
    assertThat(http(socket -> sleep())).isEqualTo(Finding.Reason.TIMEOUT);
    assertThat(http(HostileTargetTest::trickle)).isEqualTo(Finding.Reason.TIMEOUT);
  }

  @Test
  void whatIsNoHttpIsABadAnswer() throws IOException {
    prober.close();
    prober = new Prober(Duration.ofSeconds(10)); // the first handshake of a process takes a while
    assertThat(http(socket -> say(socket, "SSH-2.0-OpenSSH\r\n")))
        .isEqualTo(Finding.Reason.BAD_ANSWER);
    assertThat(http(socket -> say(socket, "x".repeat(100_000))))
        .isEqualTo(Finding.Reason.BAD_ANSWER);
    assertThat(http(socket -> say(socket, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n")))
        .isEqualTo(Finding.Reason.BAD_ANSWER);
    assertThat(
            http(
                socket ->
                    say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n")))
        .isEqualTo(Finding.Reason.BAD_ANSWER);
    assertThat(
            http(
                socket ->
                    say(
                        socket,
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n")))
        .isNull();
    assertThat(look(Check.Kind.TLS, socket -> say(socket, "no handshake")))
        .isEqualTo(Finding.Reason.TLS);
  }

  @Test
  void aForgedAnswerOfDnsIsPassedBy() throws IOException {
    assertThat(dns(0, 0, 1)).isNull();
    assertThat(dns(0, 3, 0)).isEqualTo(Finding.Reason.RCODE);
    assertThat(dns(0, 0, 0)).isEqualTo(Finding.Reason.NO_RECORD);
    assertThat(dns(1, 0, 1)).isEqualTo(Finding.Reason.TIMEOUT);
  }

  @Test
  void aNameWithoutTheAddressThatIsAskedForFails() throws IOException {
    Check check =
        new Check(Check.Kind.TCP, "127.0.0.1:1", Map.of(), Set.of(Family.IPV6), Expectation.ANY);
    assertThat(prober.look(check).get(0).finding().reason()).isEqualTo(Finding.Reason.NO_ADDRESS);
  }

  @Test
  void aTargetThatIsNoneIsRefused() {
    assertThatThrownBy(() -> check(Check.Kind.TCP, "a b:1")).hasMessageContaining("host:port");
    assertThatThrownBy(() -> check(Check.Kind.HTTP, "file:///etc/passwd"))
        .hasMessageContaining("http or https");
    assertThatThrownBy(() -> check(Check.Kind.HTTP, "http://u:p@a/"))
        .hasMessageContaining("password");
  }

  private Finding.@Nullable Reason http(Serving serving) throws IOException {
    return look(Check.Kind.HTTP, serving);
  }

  private Finding.@Nullable Reason look(Check.Kind kind, Serving serving) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getByName("::1"))) {
      threads.execute(
          () -> {
            try (Socket socket = server.accept()) {
              serving.serve(socket);
            } catch (IOException e) {
              return; // the probe went away
            }
          });
      String address = "[::1]:" + server.getLocalPort();
      String target = kind == Check.Kind.HTTP ? "http://" + address + "/" : address;
      return prober.look(check(kind, target)).get(0).finding().reason();
    }
  }

  private static Check check(Check.Kind kind, String target) {
    return new Check(kind, target, Map.of(), Set.of(), Expectation.ANY);
  }

  private Finding.@Nullable Reason dns(int idOff, int rcode, int records) throws IOException {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      threads.execute(
          () -> {
            try {
              DatagramPacket packet = new DatagramPacket(new byte[512], 512);
              server.receive(packet);
              ByteBuffer answer = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
              answer.putShort(0, (short) (answer.getShort(0) + idOff));
              answer.putShort(2, (short) (0x8180 | rcode));
              answer.putShort(6, (short) records);
              server.send(packet);
            } catch (IOException e) {
              return; // the probe went away
            }
          });
      Expectation asked =
          new Expectation(Set.of(), null, null, null, true, "search.example.cn", "AAAA");
      Check check =
          new Check(
              Check.Kind.DNS, "127.0.0.1:" + server.getLocalPort(), Map.of(), Set.of(), asked);
      return prober.look(check).get(0).finding().reason();
    }
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getInputStream().read();
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static void trickle(Socket socket) throws IOException {
    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
    while (true) {
      socket.getOutputStream().write("x: y\r\n".getBytes(US_ASCII));
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Serving {
    void serve(Socket socket) throws IOException;
  }
}
