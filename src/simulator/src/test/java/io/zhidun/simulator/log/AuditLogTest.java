package io.zhidun.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.time.DutyHours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  @Test
  void writesTheMembersInTheOrderOfTheContract(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("audit.log");
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T07:04:05.123Z"), DutyHours.ZONE);
    try (LogFile file = new LogFile(path, new LogFile.Rotation(10_000, 1), true)) {
      AuditLog log = new AuditLog(file, clock);
      log.write(
          new AuditRecord(
              log.timestamp(),
              "patent-review",
              "review-web-01",
              "document-read",
              "success",
              "e10023",
              "examiner",
              "2001:db8::5",
              "s-1",
              new AuditRecord.Subject("application", "CN2026100000011", false),
              1,
              12));
    }
    assertThat(path)
        .hasContent(
            "{\"ts\":\"2026-11-22T15:04:05.123+08:00\",\"system\":\"patent-review\","
                + "\"host\":\"review-web-01\",\"action\":\"document-read\","
                + "\"outcome\":\"success\",\"account\":\"e10023\",\"role\":\"examiner\","
                + "\"client\":\"2001:db8::5\",\"session\":\"s-1\",\"object\":"
                + "{\"type\":\"application\",\"id\":\"CN2026100000011\",\"published\":false},"
                + "\"records\":1,\"ms\":12}\n");
  }
}
