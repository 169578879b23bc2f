package io.zhidun.stream.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BulkBodyTest {
  private final BulkBody body = new BulkBody();

  @Test
  void namesTheDayOfReceiptAndTheEventsOwnId() {
    String event =
        "{\"@timestamp\":\"1970-01-01T00:00:00Z\",\"event\":{\"created\":\"2026-11-22T04:00:00.5Z\","
            + "\"id\":\"a\\\"b:1:2\",\"original\":\"\\\"created\\\":\\\"1999-01-01\\\"\"}}";

    assertThat(body.add(record(event))).isNull();

    assertThat(new String(body.toByteArray(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"index\":{\"_index\":\"zhidun-events-2026.11.22\",\"_id\":\"a\\\"b:1:2\"}}\n"
                + event
                + "\n");
  }

  @Test
  void saysWhyAnEventCannotBeIndexed() {
    assertThat(body.add(record("{"))).startsWith("no event: ");
    assertThat(body.add(record("{\"event\":{\"id\":\"1\"}}"))).contains("event.created");
    assertThat(
            body.add(
                record(
                    "{\"event\":{\"created\":\"2026-11-22T00:00:00Z\",\"id\":\""
                        + "x".repeat(600)
                        + "\"}}")))
        .contains("more than 512");
    assertThat(body.count()).isZero();
  }

  @Test
  void keepsEachEventsOwnRecordForWhatTheStoreRefuses() {
    String event = "{\"event\":{\"created\":\"2026-11-22T00:00:00Z\",\"id\":\"1\"}}";
    RawRecord first = record(event);
    RawRecord second = record(event);
    body.add(first);
    body.add(second);

    assertThat(body.records()).containsExactly(first, second);
  }

  private static RawRecord record(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RawRecord("json", "c", "events-0", 0, 0, 0, null, "UTC", bytes);
  }
}
