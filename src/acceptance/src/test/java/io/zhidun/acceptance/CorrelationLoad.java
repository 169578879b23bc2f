package io.zhidun.acceptance;

import io.zhidun.events.LiveRule;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.testkit.LogLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A steady stream of sign-ins straight into the raw topic, with what correlations must find in it
 * worked out beside it by plain counts: passwords guessed, a success after guessing, and many
 * accounts tried from one address. Seeded, so that the same lines come in every run.
 */
final class CorrelationLoad implements AutoCloseable {
  static final String GUESSING = "ssh-password-guessing";
  static final String SUCCESS = "ssh-success-after-guessing";
  static final String ACCOUNTS = "many-accounts";

  /** Finds {@link #ACCOUNTS}; the other rules are shipped. */
  static final LiveRule ACCOUNTS_RULE =
      LiveRule.of(
          "d0000000-0000-4000-8000-0000000000ac",
          "many-accounts.yml",
          """
          title: Many accounts
          id: d0000000-0000-4000-8000-0000000000ac
          name: many-accounts
          correlation:
              type: value_count
              rules: [ssh-login-failure]
              group-by: [source.ip]
              timespan: 5m
              condition: {field: user.name, gte: 6}
          level: medium
          """);

  private static final int ADDRESSES = 150;
  private static final int USERS = 12;
  private static final int BURST = 20;
  private static final long PAUSE_MILLIS = 20;
  private static final int GUESSES = 5;
  private static final int ACCOUNTS_LEAST = 6;
  private static final int WINDOW = 60;
  private static final int ACCOUNTS_WINDOW = 300;
  private static final int SUCCESS_WINDOW = 3_600;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Random random = new Random(11);
  private final Instant begin =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(20));
  private final Map<String, Deque<Long>> failures = new HashMap<>();
  private final Map<String, Long> guessed = new HashMap<>();
  private final Map<String, LinkedHashMap<String, Long>> accounts = new HashMap<>();
  private final Map<String, Integer> truth = new TreeMap<>();
  private final Thread writer = new Thread(this::write, "correlation-load");
  private volatile boolean ended;
  private long second;
  private long lines;

  private CorrelationLoad(String kafka) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  static CorrelationLoad start(String kafka) {
    CorrelationLoad load = new CorrelationLoad(kafka);
    load.writer.start();
    return load;
  }

  /** Stops writing; the truth is complete from then on. */
  void finish() throws InterruptedException {
    ended = true;
    writer.join();
    producer.flush();
  }

  long lines() {
    return lines;
  }

  /** How often each rule must detect each address: by rule and address, between them a blank. */
  Map<String, Integer> truth() {
    return truth;
  }

  private void write() {
    try {
      while (!ended) {
        for (int i = 0; i < BURST; i++) {
          send(line());
        }
        second++;
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String line() {
    String address = "2001:db8:c0de::" + Integer.toHexString(1 + random.nextInt(ADDRESSES));
    String user = "user" + random.nextInt(USERS);
    Instant time = begin.plusSeconds(second);
    if (random.nextInt(10) == 0) {
      succeed(address);
      return LogLines.sshAccepted(time, "gate", user, address);
    }
    fail(address, user);
    return LogLines.sshFailed(time, "gate", user, address);
  }

  private void fail(String address, String user) {
    Deque<Long> window = failures.computeIfAbsent(address, absent -> new ArrayDeque<>());
    window.addLast(second);
    while (window.getFirst() < second - WINDOW) {
      window.removeFirst();
    }
    if (window.size() == GUESSES) {
      window.clear();
      guessed.put(address, second);
      truth.merge(GUESSING + " " + address, 1, Integer::sum);
    }
    LinkedHashMap<String, Long> tried =
        accounts.computeIfAbsent(address, absent -> new LinkedHashMap<>());
    tried.remove(user);
    tried.put(user, second);
    tried.values().removeIf(time -> time < second - ACCOUNTS_WINDOW);
    if (tried.size() == ACCOUNTS_LEAST) {
      tried.clear();
      truth.merge(ACCOUNTS + " " + address, 1, Integer::sum);
    }
  }

  private void succeed(String address) {
    Long last = guessed.get(address);
    if (last != null && last >= second - SUCCESS_WINDOW) {
      guessed.remove(address);
      truth.merge(SUCCESS + " " + address, 1, Integer::sum);
    }
  }

  private void send(String line) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.RAW, 0, bytes("load"), bytes(line));
    header(record, RecordHeaders.DATASET, "syslog");
    header(record, RecordHeaders.COLLECTOR, "test");
    header(record, RecordHeaders.SOURCE, "load");
    header(record, RecordHeaders.EPOCH, "1");
    header(record, RecordHeaders.SEQUENCE, Long.toString(lines));
    header(record, RecordHeaders.RECEIVED, Long.toString(System.currentTimeMillis() * 1_000));
    header(record, RecordHeaders.ZONE, "UTC");
    lines++;
    var unused = producer.send(record);
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(new RecordHeader(name, bytes(value)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws InterruptedException {
    finish();
    producer.close();
  }
}
