package io.zhidun.service.intake;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each partition has been read. */
@Repository
class IntakePositions {
  private final JdbcClient jdbc;

  IntakePositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The offset to go on from; empty if this incarnation of the topic was never read. */
  OptionalLong find(String topic, int partition, String topicId) {
    return jdbc
        .sql(
            "select next_offset from intake_position"
                + " where topic = ? and partition_number = ? and topic_id = ?")
        .params(topic, partition, topicId)
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  void save(String topic, int partition, String topicId, long next) {
    int updated =
        jdbc.sql(
                "update intake_position set topic_id = ?, next_offset = ?"
                    + " where topic = ? and partition_number = ?")
            .params(topicId, next, topic, partition)
            .update();
    if (updated == 0) {
      jdbc.sql(
              "insert into intake_position (topic, partition_number, topic_id, next_offset)"
                  + " values (?, ?, ?, ?)")
          .params(topic, partition, topicId, next)
          .update();
    }
  }
}
