package io.zhidun.collectors.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CollectorSupervisorTest {
  private static final RestartBackoff QUICK =
      new RestartBackoff(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(1));

  @Test
  void startsAFailedCollectorAgain() {
    FailingCollector collector = new FailingCollector(3);
    try (CollectorSupervisor supervisor = supervisor(collector)) {
      supervisor.start();
      await().until(() -> collector.runs.get() == 4);
      await().until(() -> supervisor.statuses().get(0).restarts() == 3);
      assertThat(supervisor.statuses().get(0).fault()).isNull();
    }
  }

  @Test
  void saysWhyACollectorWaits() {
    RestartBackoff slow =
        new RestartBackoff(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
    try (CollectorSupervisor supervisor =
        new CollectorSupervisor(List.of(new FailingCollector(1)), slow, System::nanoTime)) {
      supervisor.start();
      await().until(() -> supervisor.statuses().get(0).fault() != null);
      assertThat(supervisor.statuses().get(0).fault()).contains("port is taken");
    }
  }

  @Test
  void stopsAllCollectors() {
    FailingCollector collector = new FailingCollector(0);
    CollectorSupervisor supervisor = supervisor(collector);
    supervisor.start();
    await().until(() -> collector.runs.get() == 1);
    supervisor.close();
    supervisor.close();
    assertThat(collector.runs).hasValue(1);
  }

  @Test
  void doublesThePauseUpToTheLongest() {
    RestartBackoff backoff = RestartBackoff.defaults();
    assertThat(backoff.pause(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.pause(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.pause(99)).isEqualTo(Duration.ofSeconds(30));
    assertThat(backoff.failuresAfter(7, Duration.ofSeconds(59))).isEqualTo(8);
    assertThat(backoff.failuresAfter(7, Duration.ofSeconds(60))).isEqualTo(1);
  }

  private static CollectorSupervisor supervisor(Collector collector) {
    return new CollectorSupervisor(List.of(collector), QUICK, System::nanoTime);
  }

  private static final class FailingCollector implements Collector {
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final int failures;

    FailingCollector(int failures) {
      this.failures = failures;
    }

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public void run() throws IOException {
      if (runs.incrementAndGet() <= failures) {
        throw new IOException("port is taken");
      }
      try {
        stopped.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void stop() {
      stopped.countDown();
    }
  }
}
