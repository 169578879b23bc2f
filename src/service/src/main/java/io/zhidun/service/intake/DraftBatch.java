package io.zhidun.service.intake;

import io.zhidun.service.alert.Accepted;
import io.zhidun.service.alert.AlertBook;
import io.zhidun.service.alert.Draft;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores a batch of records and the position behind it in one transaction. A record that is no
 * draft, or that the database refuses, is kept as rejected and the rest goes on.
 */
@Component
class DraftBatch {
  private static final Logger log = LoggerFactory.getLogger(DraftBatch.class);
  private static final int MAX_BYTES = 1 << 20;

  private final AlertBook book;
  private final IntakePositions positions;
  private final RejectedDrafts rejected;
  private final IntakeMeter meter;
  private final TransactionOperations transaction;
  private final Clock clock;

  DraftBatch(
      AlertBook book,
      IntakePositions positions,
      RejectedDrafts rejected,
      IntakeMeter meter,
      TransactionOperations transaction,
      Clock clock) {
    this.book = book;
    this.positions = positions;
    this.rejected = rejected;
    this.meter = meter;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Stores all records; throws only what another try may cure. */
  void store(List<ConsumerRecord<byte[], byte[]>> records, String topicId) {
    try {
      storeTogether(records, topicId);
    } catch (TransientDataAccessException
        | DataAccessResourceFailureException
        | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("a batch of {} drafts was refused, storing one by one", records.size(), e);
      records.forEach(one -> storeAlone(one, topicId));
    }
  }

  private void storeTogether(List<ConsumerRecord<byte[], byte[]>> records, String topicId) {
    Outcome outcome =
        transaction.execute(
            status -> {
              List<Draft> drafts = new ArrayList<>(records.size());
              int refused = 0;
              for (ConsumerRecord<byte[], byte[]> one : records) {
                try {
                  drafts.add(read(one));
                } catch (IllegalArgumentException e) {
                  refused++;
                  reject(one, e);
                }
              }
              Accepted accepted = book.accept(drafts);
              savePositions(records, topicId);
              return new Outcome(accepted, refused);
            });
    count(records.size(), outcome);
  }

  private void storeAlone(ConsumerRecord<byte[], byte[]> one, String topicId) {
    try {
      storeTogether(List.of(one), topicId);
    } catch (NonTransientDataAccessException | IllegalStateException e) {
      if (e instanceof DataAccessResourceFailureException) {
        throw e;
      }
      transaction.executeWithoutResult(
          status -> {
            reject(one, e);
            savePositions(List.of(one), topicId);
          });
      meter.stored(1, 0, 0, 1);
    }
  }

  private static Draft read(ConsumerRecord<byte[], byte[]> one) {
    byte[] value = one.value();
    if (value == null) {
      throw new IllegalArgumentException("the record has no value");
    }
    if (value.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a draft has at most " + MAX_BYTES + " bytes, this has " + value.length);
    }
    try {
      return Draft.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the record is not UTF-8", e);
    }
  }

  private void reject(ConsumerRecord<byte[], byte[]> one, Exception why) {
    log.debug("rejected {}-{}@{}: {}", one.topic(), one.partition(), one.offset(), why.toString());
    rejected.add(
        one.topic(),
        one.partition(),
        one.offset(),
        one.value(),
        String.valueOf(why.getMessage()),
        clock.instant());
  }

  private void savePositions(List<ConsumerRecord<byte[], byte[]>> records, String topicId) {
    Map<TopicPartition, Long> next = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> one : records) {
      next.merge(new TopicPartition(one.topic(), one.partition()), one.offset() + 1, Math::max);
    }
    next.forEach((at, offset) -> positions.save(at.topic(), at.partition(), topicId, offset));
  }

  private void count(int records, Outcome outcome) {
    Accepted accepted = outcome.accepted();
    int changed = accepted.added() + accepted.overwritten() + accepted.withdrawn();
    meter.stored(records, changed, accepted.duplicates(), outcome.refused());
    Instant now = clock.instant();
    for (long received : accepted.received()) {
      meter.delay(Duration.between(Instant.EPOCH.plus(received, ChronoUnit.MICROS), now));
    }
  }

  private record Outcome(Accepted accepted, int refused) {}
}
