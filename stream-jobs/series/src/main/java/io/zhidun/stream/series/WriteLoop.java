package io.zhidun.stream.series;

import io.zhidun.events.Topics;
import io.zhidun.events.metrics.MalformedSamplesException;
import io.zhidun.events.metrics.SampleReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the metrics topic and writes it into a store. Offsets are committed only when everything
 * before them was taken, or refused for itself; while the store is away nothing is read.
 */
final class WriteLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteLoop.class);

  /** One such time would let Prometheus refuse everything else as too old. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

  private static final Duration POLL = Duration.ofMillis(250);
  private static final int REQUEST_SAMPLES = 2_000;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Delivery delivery;
  private final WriterFigures figures;
  private final Clock clock;
  private final Duration window;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final SampleReader reader = new SampleReader();
  private final List<byte[]> batch = new ArrayList<>();

  /**
   * @param consumer nothing assigned; used by this loop alone
   * @param window how old a sample may be that the store takes
   */
  WriteLoop(
      Consumer<byte[], byte[]> consumer,
      SeriesStore store,
      WriterFigures figures,
      Clock clock,
      Duration window) {
    this.consumer = consumer;
    this.figures = figures;
    this.clock = clock;
    this.window = window;
    this.delivery = new Delivery(store, this::pause);
  }

  void stop() {
    stopped.countDown();
  }

  private boolean stopping() {
    return stopped.getCount() == 0;
  }

  @Override
  public void run() {
    try {
      while (!stopping() && !assign()) {
        boolean unusedStopped = stopped.await(1, TimeUnit.SECONDS);
      }
      while (!stopping()) {
        round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All partitions: one writer is enough, and without a group nothing ever moves. */
  private boolean assign() {
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.METRICS, Duration.ofSeconds(5)).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      return !partitions.isEmpty();
    } catch (KafkaException e) {
      LOG.warn("waiting for {}: {}", Topics.METRICS, e.toString());
      return false;
    }
  }

  private void round() throws InterruptedException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    measureLag();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (!take(record)) {
        return;
      }
    }
    if (!records.isEmpty() && flush()) {
      commit();
    }
  }

  /** A commit that fails is made up for by the next; until then a restart writes again. */
  private void commit() {
    try {
      consumer.commitSync(Duration.ofSeconds(10));
    } catch (KafkaException e) {
      LOG.warn("offsets are not committed: {}", e.toString());
    }
  }

  private void measureLag() {
    long lag = 0;
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong known = consumer.currentLag(partition);
      lag += known.orElse(0);
    }
    figures.lag.set(lag);
  }

  private boolean take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      reader.begin(record.value());
      while (reader.nextSeries()) {
        byte[] labels = TimeSeries.labels(reader.series());
        while (reader.nextSample()) {
          add(labels, reader.timeMillis(), reader.value());
        }
        if (batch.size() >= REQUEST_SAMPLES && !flush()) {
          return false;
        }
      }
    } catch (MalformedSamplesException e) {
      figures.malformed.inc();
      LOG.warn("partition {} offset {}: {}", record.partition(), record.offset(), e.getMessage());
    }
    return true;
  }

  private void add(byte[] labels, long timeMillis, double value) {
    long now = clock.millis();
    if (timeMillis > now + MOST_AHEAD.toMillis()) {
      figures.ahead.inc();
    } else if (timeMillis < now - window.toMillis()) {
      figures.late.inc();
    } else {
      batch.add(TimeSeries.of(labels, timeMillis, value));
    }
  }

  /** Delivers what was gathered; false if the loop is to end before all of it was. */
  private boolean flush() throws InterruptedException {
    long refused = delivery.deliver(List.copyOf(batch));
    if (refused < 0) {
      return false;
    }
    figures.storeUp.set(1);
    figures.refused.inc(refused);
    figures.written.inc(batch.size() - refused);
    batch.clear();
    return true;
  }

  private boolean pause(int attempt) throws InterruptedException {
    figures.storeUp.set(0);
    long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
    return !stopped.await(pause, TimeUnit.MILLISECONDS);
  }
}
