package io.zhidun.service.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps records that are no drafts, with the reason; the newest 10,000. */
@Repository
class RejectedDrafts {
  private static final int KEPT = 10_000;
  private static final int SAMPLE = 48 * 1024;
  private static final int MAX_REASON = 500;

  private final JdbcClient jdbc;

  RejectedDrafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      String topic, int partition, long offset, byte @Nullable [] value, String why, Instant now) {
    byte[] bytes = value == null ? new byte[0] : value;
    byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    jdbc.sql(
            "insert into rejected_draft (topic, partition_number, record_offset, rejected_at,"
                + " reason, size_bytes, sample) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            topic,
            partition,
            offset,
            ChronoUnit.MICROS.between(Instant.EPOCH, now),
            reason(why),
            (long) bytes.length,
            Base64.getEncoder().encodeToString(sample))
        .update();
    jdbc.sql("delete from rejected_draft where id <= (select max(id) from rejected_draft) - ?")
        .param(KEPT)
        .update();
  }

  private static String reason(String why) {
    String plain = why.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.substring(0, Math.min(plain.length(), MAX_REASON));
  }
}
