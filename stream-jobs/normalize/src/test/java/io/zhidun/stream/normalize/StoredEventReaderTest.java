package io.zhidun.stream.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.EventWriter;
import io.zhidun.events.JsonFault;
import io.zhidun.events.LogSource;
import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredEventReaderTest {
  private static final Formats FORMATS = Formats.shipped();
  private static final long RECEIVED = 1_795_348_802_123_456L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "sshd ~ Nov 22 12:00:01 web-01 sshd[1]: Accepted password for eve from 192.0.2.1 port 9 ssh2",
        "syslog ~ Nov 22 12:00:01 web-01 sshd[1]: Accepted password for eve from 192.0.2.1 port 9 ssh2",
        "syslog ~ Nov 22 12:00:01 web-01 cron[1]: something else",
        "syslog ~ Nov 22 12:00:01 web-01 sudo: eve : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/sh",
        "nginx-access ~ 192.0.2.1 - - [22/Nov/2026:12:00:01 +0000] \"GET / HTTP/1.1\" 404 0 \"-\" \"-\""
      })
  void givesBackWhatTheRulesSaw(String format, String line) throws JsonFault {
    Event event = new Event();
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    String fault =
        Normalizer.of(FORMATS)
            .normalize(
                new RawRecord(format, "agent", "a:b", 3, 17, RECEIVED, null, "UTC", bytes), event);
    assertThat(fault).isNull();
    byte[] json = new EventWriter().toBytes(event);

    Event again = new Event();
    new StoredEventReader(FORMATS).read(json, 0, json.length, 0, again);

    assertThat(again.id()).isEqualTo("a:b:3:17").isEqualTo(event.id());
    assertThat(again.logSource()).isEqualTo(event.logSource());
    assertThat(again.timeMicros()).isEqualTo(event.timeMicros());
    assertThat(again.receivedMicros()).isEqualTo(RECEIVED);
    assertThat(new EventWriter().toBytes(again)).isEqualTo(json);
  }

  @Test
  void numbersWhatHasNoIdOfOurs() throws JsonFault {
    byte[] json =
        "{\"@timestamp\":\"2026-11-22T12:00:00Z\",\"event\":{\"id\":\"x\"}}"
            .getBytes(StandardCharsets.UTF_8);
    Event event = new Event();

    new StoredEventReader(FORMATS).read(json, 0, json.length, 7, event);

    assertThat(event.id()).isEqualTo("input:0:7");
    assertThat(event.logSource()).isEqualTo(LogSource.ANY);
    assertThat(event.receivedMicros()).isEqualTo(event.timeMicros());
  }
}
