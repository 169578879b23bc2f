package io.zhidun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventBuilderTest {
  private static final Instant AT = Instant.parse("2026-11-02T04:05:06.5Z");

  @Test
  void numbersTheRecordsOfASourceWithoutHoles() {
    RawRecords records = new RawRecords("auth", "sshd", "UTC");

    assertThat(records.next("a", AT).eventId()).isEqualTo("auth:0:0");
    assertThat(records.next("b", AT).eventId()).isEqualTo("auth:0:1");
  }

  @Test
  void fillsAnEventAsTheNormaliserWould() {
    RawRecords records = new RawRecords("auth", "sshd", "UTC");
    Event event = EventBuilder.sshFailure(records, AT, "gate", "root", "2001:db8::5").event();

    assertThat(event.text(FieldNames.id("source.ip"))).isEqualTo("2001:db8::5");
    assertThat(event.text(FieldNames.id("event.original")))
        .isEqualTo(
            "Nov  2 04:05:06 gate sshd[4711]: Failed password for root from 2001:db8::5"
                + " port 40022 ssh2");
    assertThat(event.timeMicros()).isEqualTo(1_793_592_306_500_000L);
  }

  @Test
  void seededLinesAreTheSameForTheSameSeed() {
    assertThat(new SeededLines(1).request(AT)).isEqualTo(new SeededLines(1).request(AT));
    assertThat(new SeededLines(1).sshFailed(AT)).startsWith("Nov  2 04:05:06 ");
  }
}
