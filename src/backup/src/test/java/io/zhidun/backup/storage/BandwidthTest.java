package io.zhidun.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandwidthTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void keepsToTheRate(@TempDir Path folder) throws IOException {
    Target slow =
        new ThrottledTarget(
            new DirectoryTarget(folder, false), new Bandwidth(1_000_000, now::get, now::addAndGet));

    slow.put("x", Content.of(new byte[10_000_000]), null);
    assertThat(seconds()).isCloseTo(10, within(0.3));

    try (InputStream in = slow.open("x", 0, 5_000_000)) {
      in.readAllBytes();
    }
    assertThat(seconds()).isCloseTo(15, within(0.3));
  }

  @Test
  void savesNoMoreThanABurst() throws InterruptedException {
    Bandwidth bandwidth = new Bandwidth(1_000_000, now::get, now::addAndGet);
    now.addAndGet(3_600_000_000_000L);
    long begun = now.get();

    for (int i = 0; i < 100; i++) {
      bandwidth.take(10_000);
    }

    assertThat((now.get() - begun) / 1e9).isCloseTo(0.75, within(0.02));
  }

  @Test
  void refusesARateThatNothingPasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bandwidth(0, now::get, now::addAndGet))
        .withMessageContaining("was 0");
  }

  private double seconds() {
    return now.get() / 1e9;
  }
}
