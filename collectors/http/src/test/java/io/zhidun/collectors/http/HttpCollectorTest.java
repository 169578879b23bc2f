package io.zhidun.collectors.http;

import static io.zhidun.collectors.http.HttpScene.LIMITS;
import static io.zhidun.collectors.http.HttpScene.LINES;
import static io.zhidun.collectors.http.HttpScene.PATIENCE;
import static io.zhidun.collectors.http.HttpScene.XML;
import static io.zhidun.collectors.http.HttpScene.gzip;
import static io.zhidun.collectors.http.HttpScene.repeated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.core.RejectReason;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of records. */
class HttpCollectorTest {
  private final HttpScene scene = new HttpScene();

  @AfterEach
  void end() throws InterruptedException {
    scene.close();
  }

  @Test
  void eachLineIsARecordAndTheLastNeedsNoEnd() throws IOException {
    Reply reply = scene.lines("{\"a\":1}\n{\"b\":2}\r\n\n{\"c\":3}");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.count("accepted")).isEqualTo(3);
    assertThat(reply.count("empty")).isEqualTo(1);
    assertThat(scene.shipper.texts("portal"))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    assertThat(scene.shipper.records("portal").get(0).peer()).isEqualTo("::1");
  }

  @Test
  void whoNamesNoSourceIsTheFirst() throws IOException {
    assertThat(scene.post("Content-Type: application/x-ndjson\r\n", "{}").status()).isEqualTo(202);
    assertThat(scene.shipper.texts("portal")).containsExactly("{}");
  }

  @Test
  void anXmlBodyIsOneRecordOfItsForm() throws IOException {
    Reply reply = scene.post(XML + "Zhidun-Dataset: filing-st96\r\n", "<a>\n<b/>\n</a>");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(scene.shipper.texts("portal/filing-st96")).containsExactly("<a>\n<b/>\n</a>");
  }

  @Test
  void takesGzipAndChunks() throws IOException {
    byte[] zipped = gzip("one\ntwo\n".getBytes(UTF_8));
    assertThat(scene.post(LINES + "Content-Encoding: gzip\r\n", zipped).count("accepted"))
        .isEqualTo(2);
    try (Socket socket = scene.connect()) {
      String head =
          HttpScene.request(LINES, 0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
      HttpScene.send(
          socket, head, "3\r\nthr\r\n4\r\nee\nf\r\n3\r\nour\r\n0\r\n\r\n".getBytes(UTF_8));
      assertThat(Reply.read(socket).status()).isEqualTo(202);
    }
    assertThat(scene.shipper.texts("portal")).containsExactly("one", "two", "three", "four");
  }

  @Test
  void severalRequestsUseOneConnectionEvenAtOnce() throws IOException {
    try (Socket socket = scene.connect()) {
      String one = HttpScene.request(LINES, 2) + "a\n";
      HttpScene.send(socket, one + one + one, new byte[0]);
      for (int i = 0; i < 3; i++) {
        assertThat(Reply.read(socket).status()).isEqualTo(202);
      }
    }
    assertThat(scene.shipper.texts("portal")).containsExactly("a", "a", "a");
  }

  @Test
  void aLineThatIsTooLongIsKeptAsItsBeginningAndStopsNoOther() throws IOException {
    Reply reply = scene.lines("first\n" + repeated('x', 100_001) + "\nlast\n");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.count("accepted")).isEqualTo(2);
    assertThat(reply.count("tooLong")).isEqualTo(1);
    assertThat(scene.shipper.texts("portal")).containsExactly("first", "last");
    assertThat(scene.shipper.texts("portal/rejected")).containsExactly(repeated('x', Framer.KEPT));
    assertThat(scene.shipper.counters("portal").rejectedFor(RejectReason.TOO_LONG)).isEqualTo(1);
  }

  @Test
  void aDocumentThatIsTooLargeIsRefusedAndItsBeginningKept() throws IOException {
    Reply announced = scene.post(XML, repeated('y', 100_001));
    assertThat(announced.status()).isEqualTo(413);
    assertThat(announced.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(announced.text("detail")).isEqualTo("a record may have 100000 bytes");
    Reply hidden =
        scene.post(
            XML + "Content-Encoding: gzip\r\n", gzip(repeated('z', 100_001).getBytes(UTF_8)));
    assertThat(hidden.status()).isEqualTo(413);
    assertThat(scene.shipper.texts("portal/filing-cnipa-xml")).isEmpty();
    assertThat(scene.shipper.texts("portal/filing-cnipa-xml/rejected"))
        .containsExactly(repeated('y', Framer.KEPT), repeated('z', Framer.KEPT));
  }

  @Test
  void linesBeforeTheBodyLimitAreTakenAndCounted() throws IOException {
    byte[] zipped = gzip((repeated('a', 90_000) + "\n").repeat(5).getBytes(UTF_8));
    Reply reply = scene.post(LINES + "Content-Encoding: gzip\r\n", zipped);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.count("accepted")).isEqualTo(4);
    assertThat(scene.shipper.records("portal")).hasSize(4);
  }

  @Test
  void theSameKeyShipsNothingTwice() throws IOException {
    String keyed = LINES + "Idempotency-Key: k-1\r\n";
    assertThat(scene.post(keyed, "a\nb\n").count("accepted")).isEqualTo(2);
    Reply again = scene.post(keyed, "a\nb\n");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.count("accepted")).isZero();
    assertThat(again.count("repeated")).isEqualTo(2);
    assertThat(scene.shipper.texts("portal")).containsExactly("a", "b");
  }

  @Test
  void theSameKeyGoesOnWhereABrokenConnectionLeftOff() throws Exception {
    String keyed = LINES + "Idempotency-Key: k-2\r\n";
    try (Socket socket = scene.connect()) {
      HttpScene.send(socket, HttpScene.request(keyed, 6), "a\nb\nc".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> scene.shipper.records("portal").size() == 2);
    }
    await().atMost(PATIENCE).until(() -> scene.outcome("disconnected") == 1);
    assertThat(scene.post(keyed, "a\nb\nc\n").count("repeated")).isEqualTo(2);
    assertThat(scene.shipper.texts("portal")).containsExactly("a", "b", "c");
    assertThat(scene.shipper.counters("portal").rejectedFor(RejectReason.CUT_OFF)).isEqualTo(1);
  }

  @Test
  void answersOnlyWhenTheRecordsAreKept() throws Exception {
    scene.shipper.silent(true);
    Reply reply = scene.lines("a\n");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.headers()).containsEntry("retry-after", "1");
    scene.shipper.silent(false);
    assertThat(scene.lines("b\n").status()).isEqualTo(202);
  }

  @Test
  void holdsTheClientBackWhileNothingCanBeKeptAndThenSaysSo() throws Exception {
    scene.shipper.full(true);
    try (Socket socket = scene.connect()) {
      HttpScene.send(socket, HttpScene.request(LINES, 2), "a\n".getBytes(UTF_8));
      assertThat(scene.shipper.records("portal")).isEmpty();
      scene.shipper.full(false);
      assertThat(Reply.read(socket).status()).isEqualTo(202);
    }
    scene.shipper.full(true);
    Reply reply = scene.lines("b\n");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.count("accepted")).isZero();
    assertThat(scene.shipper.counters("portal").rejectedFor(RejectReason.SPOOL_FULL)).isEqualTo(1);
  }

  @Test
  void unfinishedRecordsOfAllClientsTogetherAreBounded() throws Exception {
    assertThat(LIMITS.unfinished()).isLessThan(2L * LIMITS.record());
    try (Socket first = scene.connect()) {
      HttpScene.send(first, HttpScene.request(LINES, 100_001), new byte[90_000]);
      await().atMost(PATIENCE).until(() -> scene.lines(repeated('x', 90_000)).status() == 429);
      HttpScene.send(first, "", new byte[10_001]);
    }
    await().atMost(PATIENCE).until(() -> scene.lines(repeated('x', 90_000)).status() == 202);
  }
}
