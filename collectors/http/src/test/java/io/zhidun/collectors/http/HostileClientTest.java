package io.zhidun.collectors.http;

import static io.zhidun.collectors.http.HttpScene.LINES;
import static io.zhidun.collectors.http.HttpScene.PATIENCE;
import static io.zhidun.collectors.http.HttpScene.XML;
import static io.zhidun.collectors.http.HttpScene.repeated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of those who are not welcome, or not well. */
class HostileClientTest {
  private final HttpScene scene = new HttpScene();

  @AfterEach
  void end() throws InterruptedException {
    scene.close();
  }

  @Test
  void saysWhatIsWrongWithAHead() throws IOException {
    Reply unknown = scene.post("Zhidun-Source: x\ty\r\nContent-Type: text/xml\r\n", "<a/>");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("detail"))
        .isEqualTo("Zhidun-Source must be one of [portal, registry], was \"x?y\"");
    Reply twice = scene.post(LINES + "Zhidun-Source: registry\r\n", "{}");
    assertThat(twice.text("detail")).isEqualTo("Zhidun-Source is given more than once");
    assertThat(scene.post("Zhidun-Source: portal\r\nContent-Type: text/plain\r\n", "a").status())
        .isEqualTo(415);
    assertThat(scene.post(LINES + "Content-Encoding: br\r\n", "a").status()).isEqualTo(415);
    assertThat(scene.post(LINES + "Zhidun-Dataset: filing-st96\r\n", "a").text("detail"))
        .isEqualTo("Zhidun-Dataset must be filing-ndjson here, was \"filing-st96\"");
    assertThat(scene.post(LINES, "\n \n").text("type")).isEqualTo("/problems/no-record");
    assertThat(scene.shipper.records("portal")).isEmpty();
  }

  @Test
  void knowsOnePathAndOneMethod() throws IOException {
    assertThat(raw("GET /v1/filings HTTP/1.1\r\nHost: x\r\n\r\n").headers())
        .containsEntry("allow", "POST");
    assertThat(scene.outcome("wrong_method")).isEqualTo(1);
    assertThat(raw("POST /v1/other HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(404);
    assertThat(raw("what is this\r\n\r\n").status()).isEqualTo(400);
  }

  @Test
  void boundsTheHead() throws IOException {
    StringBuilder flood = new StringBuilder(LINES);
    for (int i = 0; i < 2_000; i++) {
      flood.append("X-").append(i).append(": y\r\n");
    }
    assertThat(scene.post(flood.toString(), "{}").status()).isEqualTo(431);
  }

  @Test
  void takesAHeadThatComesInPieces() throws IOException {
    String padded = LINES + "X-Padding: " + repeated('p', 5_000) + "\r\n";
    assertThat(scene.post(padded, "{}").status()).isEqualTo(202);
  }

  @Test
  void anAnnouncedBodyAboveTheLimitIsRefusedUnread() throws IOException {
    Reply reply = raw(HttpScene.request(LINES + "Expect: 100-continue\r\n", 400_001));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.text("detail"))
        .isEqualTo("a body may have 400000 bytes, 400001 were announced");
  }

  @Test
  void theReasonReachesAClientThatIsStillSending() throws IOException {
    try (Socket socket = scene.connect()) {
      HttpScene.send(socket, HttpScene.request(XML, 390_000), new byte[390_000]);
      assertThat(Reply.read(socket).status()).isEqualTo(413);
    }
  }

  @Test
  void aBombIsRefusedAndSoIsDamage() throws IOException {
    byte[] bomb = HttpScene.gzip(new byte[20 << 20]);
    try (HttpScene large = large()) {
      Reply reply = large.post(LINES + "Content-Encoding: gzip\r\n", bomb);
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.text("detail")).isEqualTo("the body expands more than 200 times");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    byte[] broken = HttpScene.gzip("a\nb\n".getBytes(UTF_8));
    broken[broken.length - 6] ^= 1;
    Reply damaged = scene.post(LINES + "Content-Encoding: gzip\r\n", broken);
    assertThat(damaged.status()).isEqualTo(400);
    assertThat(damaged.text("type")).isEqualTo("/problems/bad-compression");
    assertThat(damaged.count("accepted")).as("lines before the damage were shipped").isEqualTo(2);
  }

  private static HttpScene large() {
    HttpLimits small = HttpScene.LIMITS;
    return new HttpScene(
        new HttpLimits(
            64 << 10,
            64 << 20,
            small.unfinished(),
            small.connections(),
            small.idle(),
            small.stall(),
            small.request(),
            small.patience(),
            small.keys(),
            small.keyWindow()),
        null);
  }

  @Test
  void asksForTheToken(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\nanything\n");
    try (HttpScene guarded = new HttpScene(HttpScene.LIMITS, file)) {
      Reply none = guarded.lines("{}");
      assertThat(none.status()).isEqualTo(401);
      assertThat(none.headers()).containsEntry("www-authenticate", "Bearer realm=\"zhidun\"");
      assertThat(guarded.post(LINES + "Authorization: Bearer 0123456789abcdeg\r\n", "{}").status())
          .isEqualTo(401);
      assertThat(guarded.post(LINES + "Authorization: bearer 0123456789abcdef\r\n", "{}").status())
          .isEqualTo(202);
      assertThat(guarded.outcome("unauthorized")).isEqualTo(2);
    }
  }

  @Test
  void aHeadThatTricklesIsCutOff() throws IOException {
    try (Socket socket = scene.connect()) {
      socket.getOutputStream().write("POST /v1/fil".getBytes(UTF_8));
      assertThat(Reply.read(socket).status()).as("closed without an answer").isZero();
    }
  }

  @Test
  void aBodyThatStallsIsRefused() throws IOException {
    try (Socket socket = scene.connect()) {
      HttpScene.send(socket, HttpScene.request(LINES, 100), "{".getBytes(UTF_8));
      assertThat(Reply.read(socket).status()).isEqualTo(408);
    }
  }

  @Test
  void manySmallChunksAreOnlyMany() throws IOException {
    try (Socket socket = scene.connect()) {
      String head =
          HttpScene.request(LINES, 0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
      HttpScene.send(socket, head, ("1\r\nx\r\n".repeat(20_000) + "0\r\n\r\n").getBytes(UTF_8));
      assertThat(Reply.read(socket).status()).isEqualTo(202);
    }
    assertThat(scene.shipper.texts("portal")).containsExactly(repeated('x', 20_000));
  }

  @Test
  void oneConnectionTooManyIsTold() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < HttpScene.LIMITS.connections(); i++) {
        open.add(scene.connect());
      }
      try (Socket more = scene.connect()) {
        assertThat(Reply.read(more).status()).isEqualTo(429);
      }
      assertThat(scene.outcome("connection_limit")).isEqualTo(1);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    await().atMost(PATIENCE).until(() -> scene.lines("{}").status() == 202);
  }

  @Test
  void twoRequestsDoNotUseAKeyAtOnce() throws IOException {
    String keyed = LINES + "Idempotency-Key: k\r\n";
    try (Socket first = scene.connect()) {
      HttpScene.send(first, HttpScene.request(keyed, 4), "a\n".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> scene.shipper.records("portal").size() == 1);
      assertThat(scene.post(keyed, "a\nb\n").status()).isEqualTo(409);
    }
  }

  private Reply raw(String request) throws IOException {
    try (Socket socket = scene.connect()) {
      HttpScene.send(socket, request, new byte[0]);
      return Reply.read(socket);
    }
  }
}
