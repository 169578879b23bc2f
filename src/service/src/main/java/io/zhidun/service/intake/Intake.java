package io.zhidun.service.intake;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes followers of topics, for the features that store what comes from one. */
@Component
public class Intake {
  private final IntakeProperties properties;
  private final IntakePositions positions;
  private final RejectedDrafts rejected;
  private final TransactionOperations transaction;
  private final Clock clock;

  Intake(
      IntakeProperties properties,
      IntakePositions positions,
      RejectedDrafts rejected,
      TransactionOperations transaction,
      Clock clock) {
    this.properties = properties;
    this.positions = positions;
    this.rejected = rejected;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One that has not started; as a bean it starts and ends with the service. */
  public TopicFollower follower(String topic, RecordForm<?, ?> form) {
    return new TopicFollower(
        topic,
        properties,
        positions,
        new RecordBatch<>(form, positions, rejected, transaction, clock));
  }
}
