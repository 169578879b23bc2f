package io.zhidun.service.intake;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one topic's records are and what becomes of them.
 *
 * @param <T> a record that was read
 * @param <R> what storing a batch gave
 */
public interface RecordForm<T, R> {

  /** What a record is, for people to read, such as {@code draft}. */
  String name();

  /** The most bytes that a record may have. */
  int maxBytes();

  /**
   * Reads a record.
   *
   * @param text its value
   * @throws IllegalArgumentException saying what is wrong with it
   */
  T read(ConsumerRecord<byte[], byte[]> record, String text);

  /** Stores a batch; runs in the transaction that stores the position behind it. */
  R store(List<T> records);

  /**
   * A batch is committed.
   *
   * @param records how many there were
   * @param refused how many of them could not be read
   */
  void stored(int records, R result, int refused);

  /** Records that the database refused were kept as rejected. */
  void refused(int records);

  /** Records in the topic that were not read yet. */
  void lag(long records);
}
