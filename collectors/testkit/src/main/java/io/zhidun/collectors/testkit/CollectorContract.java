package io.zhidun.collectors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every collector must do. A collector's own test extends this and says how to make one and
 * how to send it a record.
 */
public abstract class CollectorContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InMemoryShipper shipper = new InMemoryShipper();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** A collector of the source {@code contract}. */
  protected abstract Collector collector(Shipper shipper);

  /** Called when the collector runs, before the first record. */
  protected abstract void awaitReady(Collector collector);

  /** Lets the collector receive one record. */
  protected abstract void send(Collector collector, String record) throws IOException;

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void shipsWhatItReceivesInOrder() throws IOException {
    Collector collector = collector(shipper);
    CompletableFuture<Void> run = start(collector);
    for (int i = 0; i < 50; i++) {
      send(collector, "record " + i);
    }
    await().atMost(PATIENCE).until(() -> shipper.texts("contract").size() == 50);
    assertThat(shipper.texts("contract"))
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "record " + i).toList());
    stop(collector, run);
  }

  @Test
  void shipsBytesThatAreNoText() throws IOException {
    Collector collector = collector(shipper);
    CompletableFuture<Void> run = start(collector);
    String odd = new String(new char[] {0, '\u00ff', 7, 'x', '\ud7ff'});
    send(collector, odd);
    await().atMost(PATIENCE).until(() -> !shipper.records("contract").isEmpty());
    assertThat(shipper.records("contract").get(0).value())
        .isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
    stop(collector, run);
  }

  @Test
  void accountsForEverythingItReceives() throws IOException {
    Collector collector = collector(shipper);
    CompletableFuture<Void> run = start(collector);
    send(collector, "one");
    send(collector, "two");
    await().atMost(PATIENCE).until(() -> shipper.counters("contract").out() == 2);
    assertThat(shipper.counters("contract").in())
        .isEqualTo(shipper.counters("contract").out() + shipper.counters("contract").rejected());
    stop(collector, run);
  }

  @Test
  void stopsWhileTheOutletIsFull() throws IOException {
    Collector collector = collector(shipper);
    CompletableFuture<Void> run = start(collector);
    shipper.full(true);
    send(collector, "held");
    stop(collector, run);
  }

  @Test
  void returnsQuietlyWhenStoppedBeforeItRuns() {
    Collector collector = collector(shipper);
    collector.stop();
    collector.stop();
    assertThat(CompletableFuture.runAsync(() -> run(collector), threads)).succeedsWithin(PATIENCE);
  }

  private CompletableFuture<Void> start(Collector collector) {
    CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(collector), threads);
    awaitReady(collector);
    return run;
  }

  private static void run(Collector collector) {
    try {
      collector.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void stop(Collector collector, CompletableFuture<Void> run) {
    collector.stop();
    assertThat(run).succeedsWithin(PATIENCE);
  }
}
