package io.zhidun.service.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores a batch of records and the position behind it in one transaction. A record that cannot be
 * read, or that the database refuses, is kept as rejected and the rest goes on.
 */
final class RecordBatch<T, R> {
  private static final Logger log = LoggerFactory.getLogger(RecordBatch.class);

  private final RecordForm<T, R> form;
  private final IntakePositions positions;
  private final RejectedDrafts rejected;
  private final TransactionOperations transaction;
  private final Clock clock;

  RecordBatch(
      RecordForm<T, R> form,
      IntakePositions positions,
      RejectedDrafts rejected,
      TransactionOperations transaction,
      Clock clock) {
    this.form = form;
    this.positions = positions;
    this.rejected = rejected;
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
      log.warn("a batch of {} records was refused, storing one by one", records.size(), e);
      records.forEach(one -> storeAlone(one, topicId));
    }
  }

  private void storeTogether(List<ConsumerRecord<byte[], byte[]>> records, String topicId) {
    Outcome<R> outcome =
        transaction.execute(
            status -> {
              List<T> readable = new ArrayList<>(records.size());
              int refused = 0;
              for (ConsumerRecord<byte[], byte[]> one : records) {
                try {
                  readable.add(read(one));
                } catch (IllegalArgumentException e) {
                  refused++;
                  reject(one, e);
                }
              }
              R result = form.store(readable);
              savePositions(records, topicId);
              return new Outcome<>(result, refused);
            });
    form.stored(records.size(), outcome.result(), outcome.refused());
  }

  private void storeAlone(ConsumerRecord<byte[], byte[]> one, String topicId) {
    try {
      storeTogether(List.of(one), topicId);
    } catch (NonTransientDataAccessException | IllegalStateException | IllegalArgumentException e) {
      if (e instanceof DataAccessResourceFailureException) {
        throw e;
      }
      transaction.executeWithoutResult(
          status -> {
            reject(one, e);
            savePositions(List.of(one), topicId);
          });
      form.refused(1);
    }
  }

  private T read(ConsumerRecord<byte[], byte[]> one) {
    byte[] value = one.value();
    if (value == null) {
      throw new IllegalArgumentException("the record has no value");
    }
    if (value.length > form.maxBytes()) {
      throw new IllegalArgumentException(
          "a "
              + form.name()
              + " has at most "
              + form.maxBytes()
              + " bytes, this has "
              + value.length);
    }
    try {
      return form.read(
          one, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
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

  void lag(long records) {
    form.lag(records);
  }

  private record Outcome<R>(R result, int refused) {}
}
