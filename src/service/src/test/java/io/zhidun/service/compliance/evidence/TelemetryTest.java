package io.zhidun.service.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.service.event.EventFacts.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TelemetryTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private static JsonNode event(long writtenBeforeSeconds, long receivedBeforeSeconds) {
    return Json.mapper()
        .readTree(
            """
            {"@timestamp": "%s", "event": {"created": "%s"}}
            """
                .formatted(
                    NOON.minusSeconds(writtenBeforeSeconds),
                    NOON.minusSeconds(receivedBeforeSeconds)));
  }

  private static Facts facts(List<JsonNode> samples, Instant... intervals) {
    return new Facts(
        samples.size(), null, null, Map.of(), samples, Arrays.stream(intervals).toList());
  }

  @Test
  void theQuickestSampleTellsTheOffsetOfAClock() {
    assertThat(offset(event(60, 30), event(10, 9), event(5, 0))).isEqualTo(1.0);
    assertThat(offset(event(0, 90))).isEqualTo(-90.0);
    assertThat(offset()).isNull();
  }

  @Test
  void whatCameLongBeforeTheLastSampleSaysNothingOfTheClock() {
    assertThat(offset(event(200, 200), event(180, 60), event(121, 1))).isEqualTo(120.0);
    assertThat(offset(event(121, 121), event(120, 120), event(300, 0))).isEqualTo(300.0);
  }

  private static @Nullable Double offset(JsonNode... samples) {
    return Telemetry.offset(List.of(samples), Duration.ofMinutes(2));
  }

  @Test
  void theLongestGapReachesToNow() {
    Instant start = NOON.minus(Duration.ofHours(3));

    assertThat(
            Telemetry.longestGapMinutes(
                facts(List.of(), start, start.plus(Duration.ofMinutes(90))), NOON))
        .isEqualTo(80);
    assertThat(Telemetry.longestGapMinutes(facts(List.of(), start), NOON)).isEqualTo(170);
    assertThat(Telemetry.longestGapMinutes(facts(List.of()), NOON)).isZero();
  }

  @Test
  void aShareIsNeverRoundedUpToTheWhole() {
    assertThat(Rounded.percent(99_999, 100_000)).isEqualTo(99.9);
    assertThat(Rounded.percent(0, 0)).isZero();
  }
}
