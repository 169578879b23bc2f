package io.zhidun.stream.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BulkBodyTest {
  private final BulkBody body = new BulkBody();

  @Test
  void namesTheDayOfReceiptAndTheEventsOwnId() {
    String event =
        "{\"@timestamp\":\"1970-01-01T00:00:00Z\",\"event\":{\"created\":\"2026-11-22T04:00:00.5Z\","
            + "\"id\":\"a\\\"b:1:2\",\"original\":\"\\\"created\\\":\\\"1999-01-01\\\"\"}}";

    assertThat(body.add(utf8(event))).isNull();

    assertThat(new String(body.toByteArray(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"index\":{\"_index\":\"zhidun-events-2026.11.22\",\"_id\":\"a\\\"b:1:2\"}}\n"
                + event
                + "\n");
  }

  @Test
  void saysWhyAnEventCannotBeIndexed() {
    assertThat(body.add(utf8("{"))).startsWith("no event: ");
    assertThat(body.add(utf8("{\"event\":{\"id\":\"1\"}}"))).contains("event.created");
    assertThat(
            body.add(
                utf8(
                    "{\"event\":{\"created\":\"2026-11-22T00:00:00Z\",\"id\":\""
                        + "x".repeat(600)
                        + "\"}}")))
        .contains("more than 512");
    assertThat(body.count()).isZero();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
