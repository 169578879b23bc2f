package io.zhidun.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void faultIsToldAndThrownAgainByTheOneWhoWaits() throws InterruptedException {
    CountDownLatch failed = new CountDownLatch(1);

    Beside beside =
        Beside.start(
            "broken",
            () -> {
              throw new IOException("disk full");
            },
            failed::countDown);

    assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(beside::rethrow).isInstanceOf(IOException.class).hasMessage("disk full");
  }
}
