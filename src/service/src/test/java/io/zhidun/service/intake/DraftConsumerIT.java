package io.zhidun.service.intake;

import static io.zhidun.service.Drafts.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.events.Topics;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DraftConsumerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TestBroker broker;
  private RunningService service;
  private Browser operator;

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker();
    service =
        RunningService.start(
            Map.of(
                "zhidun.intake.enabled",
                "true",
                "zhidun.intake.look-again",
                "2s",
                "zhidun.intake.kafka",
                broker.address()));
    operator = service.signedIn("operator");
    // The service was there first: it waits for the topic.
    broker.createTopic(Topics.ALERTS, 1);
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
    broker.close();
  }

  @Test
  void draftsBecomeAlerts() throws Exception {
    broker.send(Topics.ALERTS, List.of(from("203.0.113.7").json(), from("2001:db8::5").json()));
    awaitAlerts(2);
  }

  @Test
  void whatIsNoDraftIsKeptAndTheRestGoesOn() throws Exception {
    broker.send(
        Topics.ALERTS,
        List.of(
            from("192.0.2.1").json(),
            "{\"fingerprint\": \"half",
            "[]",
            "null",
            "{\"fingerprint\":\"<b>\",\"detection\":{},\"decision\":{}}",
            from("192.0.2.2").json().replace("\"count\":5", "\"count\":0"),
            from("192.0.2.3").json().replace("high", "hgh")));
    broker.send(Topics.ALERTS, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    broker.send(Topics.ALERTS, new byte[2 << 20]);
    broker.send(Topics.ALERTS, (byte[]) null);
    broker.send(Topics.ALERTS, List.of(from("192.0.2.4").json()));

    awaitAlerts(2);
    List<String> reasons =
        service
            .bean(JdbcClient.class)
            .sql("select reason from rejected_draft order by record_offset")
            .query(String.class)
            .list();
    assertThat(reasons).hasSize(9);
    assertThat(reasons.get(4)).contains("count must be at least 1, was 0");
    assertThat(reasons.get(7)).isEqualTo("a draft has at most 1048576 bytes, this has 2097152");
    IntakeMeter meter = service.bean(IntakeMeter.class);
    assertThat(meter.in()).isEqualTo(11);
    assertThat(meter.out()).isEqualTo(2);
    assertThat(meter.rejected()).isEqualTo(9);
    assertThat(meter.lag()).isZero();
  }

  @Test
  void aBurstIsStoredInSeconds() throws Exception {
    List<String> drafts =
        IntStream.range(0, 2000)
            .mapToObj(i -> from("10.0." + i % 179 + ".1").at(i / 179).json())
            .toList();
    long start = System.nanoTime();
    broker.send(Topics.ALERTS, drafts);
    awaitAlerts(179);
    await().atMost(PATIENCE).until(() -> service.bean(IntakeMeter.class).out() == 2000);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("2,000 drafts stored in " + taken);
    assertThat(taken).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aDraftIsReadableAtOnce() throws Exception {
    broker.send(Topics.ALERTS, List.of(from("192.0.2.1").json()));
    awaitAlerts(1);
    long[] millis = new long[50];
    for (int i = 0; i < millis.length; i++) {
      String address = "198.51.100." + i;
      long start = System.nanoTime();
      broker.send(Topics.ALERTS, List.of(from(address).json()));
      while (total("?field=source.ip:" + address) == 0) {
        Thread.onSpinWait();
      }
      millis[i] = (System.nanoTime() - start) / 1_000_000;
    }
    Arrays.sort(millis);
    System.out.println("draft to readable: p50 " + millis[25] + " ms, p98 " + millis[49] + " ms");
    assertThat(millis[25]).isLessThan(200);
  }

  @Test
  void aTopicMadeAnewIsReadFromItsStart() throws Exception {
    broker.send(Topics.ALERTS, List.of(from("192.0.2.1").json(), from("192.0.2.2").json()));
    awaitAlerts(2);
    JdbcClient jdbc = service.bean(JdbcClient.class);
    String before = topicId(jdbc);

    broker.deleteTopic(Topics.ALERTS);
    broker.createTopic(Topics.ALERTS, 1);
    broker.send(Topics.ALERTS, List.of(from("192.0.2.3").json()));

    awaitAlerts(3);
    await().atMost(PATIENCE).until(() -> !topicId(jdbc).equals(before));
    assertThat(total("")).isEqualTo(3);
  }

  private static String topicId(JdbcClient jdbc) {
    return jdbc.sql("select topic_id from intake_position").query(String.class).single();
  }

  private void awaitAlerts(int count) {
    await().atMost(PATIENCE).until(() -> total("") == count);
  }

  private int total(String query) {
    return operator.get("/api/v1/alerts" + query).expect(200).json().path("total").asInt();
  }
}
