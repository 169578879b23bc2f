package io.zhidun.acceptance;

import io.zhidun.testkit.LogLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A steady stream of failed and accepted sign-ins into a followed file, with its truth worked out
 * beside it by a plain count. Event time runs faster than the clock, so that quiet separates
 * episodes.
 */
final class GuessingLoad implements AutoCloseable {
  /** Documentation addresses (RFC 3849) that no other test uses. */
  static final String NETWORK = "2001:db8:c0de::";

  private static final int ADDRESSES = 40;
  private static final int BURST = 40;
  private static final long PAUSE_MILLIS = 20;
  private static final int WINDOW_SECONDS = 60;
  private static final int THRESHOLD = 5;
  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private final Path file;
  private final Random random = new Random(7);
  private final Map<String, Deque<Long>> windows = new HashMap<>();
  private final Map<String, Long> detections = new TreeMap<>();
  private final Map<String, Long> episodes = new TreeMap<>();
  private final Map<String, Long> lastDetection = new HashMap<>();
  private final Thread writer = new Thread(this::write, "guessing-load");
  private Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(20));
  private volatile boolean ended;
  private int lines;

  private GuessingLoad(Path file) {
    this.file = file;
  }

  static GuessingLoad start(Path file) {
    GuessingLoad load = new GuessingLoad(file);
    load.writer.start();
    return load;
  }

  /** Stops writing; the truth is complete from then on. */
  void finish() throws InterruptedException {
    ended = true;
    writer.join();
  }

  int lines() {
    return lines;
  }

  Map<String, Long> detectionsByAddress() {
    return detections;
  }

  Map<String, Long> episodesByAddress() {
    return episodes;
  }

  private void write() {
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (!ended) {
        StringBuilder burst = new StringBuilder();
        for (int i = 0; i < BURST; i++) {
          burst.append(line()).append('\n');
        }
        lines += BURST;
        out.write(burst.toString().getBytes(StandardCharsets.US_ASCII));
        time = time.plusSeconds(random.nextInt(40) == 0 ? random.nextInt(1200) : 1);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the load broke off", e);
    }
  }

  private String line() {
    String address = NETWORK + Integer.toHexString(1 + random.nextInt(ADDRESSES));
    if (random.nextInt(8) != 0) {
      return LogLines.sshAccepted(time, "gate", "deploy", "10.0.0.1");
    }
    count(address, time.getEpochSecond());
    return LogLines.sshFailed(time, "gate", "root", address);
  }

  private void count(String address, long second) {
    Deque<Long> window = windows.computeIfAbsent(address, absent -> new ArrayDeque<>());
    window.addLast(second);
    while (window.getFirst() < second - WINDOW_SECONDS) {
      window.removeFirst();
    }
    if (window.size() < THRESHOLD) {
      return;
    }
    window.clear();
    detections.merge(address, 1L, Long::sum);
    Long last = lastDetection.put(address, second);
    if (last == null || second - last > RECOVERY.toSeconds()) {
      episodes.merge(address, 1L, Long::sum);
    }
  }

  @Override
  public void close() throws InterruptedException {
    finish();
  }
}
