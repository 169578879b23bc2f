package io.zhidun.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryEventTest {
  private static final Instant TIME = Instant.parse("2026-11-22T00:00:05.000001Z");
  private static final LogSource SSHD = new LogSource(null, "linux", "sshd");

  @Test
  void survivesItsWayToTheStreamWithAllItsValues() {
    FieldNames.id("user.name");
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("@timestamp", TIME.toString());
    fields.put("user.name", Arrays.asList("root", null, "甲"));
    fields.put("process.pid", 7);
    fields.put("a.name.that.no.rule.uses", true);
    fields.put("url.query", null);
    CanaryEvent canary = new CanaryEvent("r", "run-1", SSHD, fields);

    CanaryEvent read = CanaryEvent.read(canary.toBytes());

    assertThat(read).isEqualTo(canary);
    assertThat(read.time()).isEqualTo(TIME);
    Event event = new Event();
    read.fill(event);
    assertThat(event.timeMicros()).isEqualTo(1_795_305_605_000_001L);
    assertThat(event.logSource()).isEqualTo(SSHD);
    assertThat(event.text(FieldNames.id("user.name"))).isEqualTo("root");
    assertThat(event.type(event.next(event.first(FieldNames.id("user.name")))))
        .isEqualTo(ValueType.NULL);
    assertThat(event.extraName(event.extraCount() - 1)).isNotEmpty();
  }

  @Test
  void isMadeOfAnEventAtAnotherTime() {
    Event event = new Event();
    event.logSource(SSHD);
    event.timeMicros(1);
    event.put(FieldNames.id("@timestamp"), "2020-01-01T00:00:00Z");
    event.put(FieldNames.id("user.name"), "root");
    event.put(FieldNames.id("user.name"), "admin");
    event.put(
        FieldNames.id("process.pid"), ValueType.NUMBER, "12".getBytes(StandardCharsets.UTF_8));

    CanaryEvent canary = CanaryEvent.of("r", "run-1", event, TIME);

    assertThat(canary.event())
        .containsEntry("@timestamp", TIME.toString())
        .containsEntry("user.name", Arrays.asList("root", "admin"))
        .containsEntry("process.pid", 12L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"run\":\"x\",\"event\":{\"@timestamp\":\"2026-11-22T00:00:00Z\"}}|rule of a canary must be",
        "{\"rule\":\"r\",\"run\":\"a b\",\"event\":{}}|run of a canary must be",
        "{\"rule\":\"r\",\"run\":\"x\"}|must be an object with an event",
        "{\"rule\":\"r\",\"run\":\"x\",\"event\":{}}|@timestamp of a canary must be",
        "{\"rule\":\"r\",\"run\":\"x\",\"event\":{\"@timestamp\":\"-9-1-1\"}}|@timestamp of a canary",
        "{\"rule\":\"r\",\"run\":\"x\",\"event\":{\"a\":{\"b\":1}}}|field a must be a text",
        "{\"rule\":\"r\",\"run\":\"x\",\"event\":{\"a\":[[1]]}}|field a must be a text",
        "{\"rule\":\"r\",\"run\":\"x\",\"event\":{\"\":1}}|a field's name has 1 to 256",
        "null|must be an object with an event",
        "[|no canary",
      })
  void whatIsNoCanaryIsRefusedWithTheReason(String json, String reason) {
    assertThatThrownBy(() -> CanaryEvent.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void sizesAreBounded() {
    assertThatThrownBy(() -> CanaryEvent.read(new byte[CanaryEvent.MOST_BYTES + 1]))
        .hasMessage("a canary has at most 262144 bytes, this has 262145");
    Map<String, @Nullable Object> many =
        Map.of("@timestamp", TIME.toString(), "a", Collections.nCopies(1_024, "x"));
    assertThatThrownBy(() -> new CanaryEvent("r", "x", SSHD, many))
        .hasMessage("a canary has at most 1024 values, this has 1025");
  }
}
