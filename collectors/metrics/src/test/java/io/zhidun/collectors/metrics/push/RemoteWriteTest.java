package io.zhidun.collectors.metrics.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.metrics.Dropped;
import io.zhidun.collectors.metrics.SeriesLimits;
import io.zhidun.collectors.metrics.Shipped;
import io.zhidun.collectors.metrics.push.WriteRequests.OneSample;
import io.zhidun.events.metrics.MetricKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteWriteTest {
  private static final long NOON = PushScene.NOON;
  private static final SeriesLimits TIGHT =
      new SeriesLimits(10, 50, Duration.ofMinutes(30), Duration.ZERO);

  private PushScene scene = new PushScene(null, SeriesLimits.DEFAULT);

  @AfterEach
  void end() throws InterruptedException {
    scene.close();
  }

  @Test
  void takesVersion1() {
    HttpResponse<byte[]> answer =
        scene.write(
            WriteRequests.version1(
                List.of(
                    OneSample.of(NOON, 1, "__name__", "up", "job", "node", "empty", ""),
                    OneSample.of(NOON, Double.NaN, "zone", "z", "__name__", "load"))));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(scene.texts()).containsExactly("up{job=\"node\"} 1.0", "load{zone=\"z\"} NaN");
  }

  @Test
  void takesVersion2WithItsKinds() {
    HttpResponse<byte[]> answer =
        scene.post(
            1,
            "/api/v1/write",
            WriteRequests.version2(List.of(OneSample.of(NOON, 7, "__name__", "jobs")), 1),
            "Content-Type",
            "application/x-protobuf;proto=io.prometheus.write.v2.Request",
            "Content-Encoding",
            "snappy",
            "Zhidun-Source",
            "other");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("X-Prometheus-Remote-Write-Samples-Written"))
        .hasValue("1");
    assertThat(Shipped.samples(scene.shipper, "other"))
        .singleElement()
        .satisfies(sample -> assertThat(sample.series().kind()).isEqualTo(MetricKind.COUNTER));
    assertThat(scene.shipper.records("other").get(0).peer()).isEqualTo("::1");
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsSafe() {
    byte[] body = WriteRequests.version1(List.of(OneSample.of(NOON, 1, "__name__", "up")));

    scene.shipper.silent(true);
    assertThat(scene.write(body).statusCode()).isEqualTo(503);
    scene.shipper.silent(false);
    scene.shipper.full(true);
    assertThat(scene.write(body).statusCode()).isEqualTo(503);
    scene.shipper.full(false);
    assertThat(scene.write(body).statusCode()).isEqualTo(204);
  }

  @Test
  void aBadSampleIsToldAndTheOthersAreTaken() {
    HttpResponse<byte[]> answer =
        scene.write(
            WriteRequests.version1(
                List.of(
                    OneSample.of(NOON, 1, "__name__", "up", "a", "x".repeat(1 << 20)),
                    OneSample.of(NOON, 2, "job", "without a name"),
                    OneSample.of(NOON, 2, "__name__", "up", "a", "1", "a", "2"),
                    OneSample.of(-1, 3, "__name__", "up"),
                    OneSample.of(Long.MAX_VALUE, 3, "__name__", "up"),
                    OneSample.of(NOON, 4, "__name__", "up"))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8))
        .isEqualTo(
            "5 samples not taken: up: the value of label a may have 4096 bytes, had 1048576\n");
    assertThat(scene.texts()).containsExactly("up{} 4.0");
  }

  @Test
  void aLabelExplosionIsCappedCountedAndTold() throws InterruptedException {
    scene.close();
    scene = new PushScene(null, TIGHT);
    List<OneSample> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      many.add(OneSample.of(NOON, i, "__name__", "m", "id", "v" + i));
    }

    HttpResponse<byte[]> answer = scene.write(WriteRequests.version1(many));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(new String(answer.body(), UTF_8))
        .startsWith("19990 samples not taken: too many new series, for instance m{id=\"v10\"}");
    assertThat(scene.texts()).hasSize(10);
    assertThat(scene.collector.sources().get(0).samplesDropped(Dropped.SERIES_CAP))
        .isEqualTo(19_990);
    assertThat(scene.write(WriteRequests.version1(many.subList(0, 10))).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aClockThatIsHoursOffIsCountedAndItsSamplesTaken() {
    long now = System.currentTimeMillis();
    scene.write(
        WriteRequests.version1(
            List.of(
                OneSample.of(now + 7_200_000, 1, "__name__", "a"),
                OneSample.of(now - 7_200_000, 1, "__name__", "b"),
                OneSample.of(now - 60_000, 1, "__name__", "c"))));

    assertThat(scene.texts()).hasSize(3);
    assertThat(scene.collector.sources().get(0).samplesAhead()).isEqualTo(1);
    assertThat(scene.collector.sources().get(0).samplesBehind()).isEqualTo(1);
  }

  @Test
  void bombsAreRefusedBeforeTheyGrow() {
    byte[] zeros = WriteRequests.snappy(new byte[8 << 20]);
    assertThat(zeros.length).isLessThan(1 << 20);
    assertThat(scene.write(zeros).statusCode()).isEqualTo(413);
    byte[] liar = {(byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 0}; // announces 4 MiB in five bytes
    assertThat(scene.write(liar).statusCode()).isEqualTo(400);
    byte[] negative = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0};
    assertThat(scene.write(negative).statusCode()).isIn(400, 413);
    assertThat(scene.write(new byte[2 << 20]).statusCode()).isEqualTo(413);
    byte[] countless =
        WriteRequests.message(
            out -> {
              for (int i = 0; i < 200_000; i++) {
                out.writeByteArray(1, new byte[0]);
              }
            });
    assertThat(scene.write(WriteRequests.snappy(countless)).statusCode()).isEqualTo(400);
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void anyBytesAreTakenOrRefused() {
    Random random = new Random(20261127);
    byte[] sound =
        WriteRequests.message(
            out ->
                out.writeByteArray(
                    1,
                    WriteRequests.message(
                        series -> {
                          series.writeByteArray(1, new byte[] {10, 1, 'a', 18, 1, 'b'});
                          series.writeByteArray(2, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 0, 16, 1});
                        })));
    for (int round = 0; round < 300; round++) {
      byte[] broken = sound.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertThat(scene.write(WriteRequests.snappy(broken)).statusCode()).isIn(204, 400);
    }
  }

  @Test
  void whatIsNoRemoteWriteIsTold() {
    byte[] body = WriteRequests.version1(List.of(OneSample.of(NOON, 1, "__name__", "up")));
    assertThat(scene.write(body, "Content-Type", "application/json").statusCode()).isEqualTo(415);
    assertThat(scene.write(body, "Content-Type", "application/x-protobuf").statusCode())
        .isEqualTo(415);
    assertThat(
            scene
                .write(body, "Content-Type", "application/x-protobuf", "Zhidun-Source", "nobody")
                .statusCode())
        .isEqualTo(400);
    assertThat(scene.post(0, "/elsewhere", body, "A", "b").statusCode()).isEqualTo(404);
  }

  @Test
  void aTokenIsAskedFor(@TempDir Path folder) throws Exception {
    scene.close();
    scene = new PushScene(Files.writeString(folder.resolve("token"), "0123456789abcdef\n"), TIGHT);
    byte[] body = WriteRequests.version1(List.of(OneSample.of(NOON, 1, "__name__", "up")));

    assertThat(scene.write(body).statusCode()).isEqualTo(401);
    assertThat(
            scene
                .write(
                    body,
                    "Content-Type",
                    "application/x-protobuf",
                    "Content-Encoding",
                    "snappy",
                    "Authorization",
                    "Bearer 0123456789abcdef")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void whoNeverEndsIsSentAwayAndTooManyAreTurnedAway() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Socket socket = new Socket("127.0.0.1", scene.collector.bound().get(0).getPort());
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/write HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-protobuf\r\n"
                  + "Content-Encoding: snappy\r\nContent-Length: 100\r\n\r\nhalf")
              .getBytes(UTF_8));
      sockets.add(socket);
    }
    assertThat(status(sockets.get(4))).startsWith("HTTP/1.1 429 ");
    assertThat(status(sockets.get(0))).startsWith("HTTP/1.1 408 ");
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static String status(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(13), UTF_8);
  }
}
