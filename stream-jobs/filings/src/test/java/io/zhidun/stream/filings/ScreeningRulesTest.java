package io.zhidun.stream.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningRulesTest {

  @TempDir Path folder;

  @Test
  void key_isMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("filings.key");

    byte[] made = ScreeningRules.key(file);

    assertThat(made).hasSize(32);
    assertThat(ScreeningRules.key(file)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void shortKey_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("filings.key"), new byte[8]);

    assertThatThrownBy(() -> ScreeningRules.key(file)).hasMessageContaining("8 bytes");
  }

  /** It comes before the key is read, and a screen that is made later finds the work done. */
  @Test
  void warmUp_needsNoKey_andIsDoneOnce() {
    ScreeningRules rules = new ScreeningRules();

    rules.warmUp();
    long begun = System.nanoTime();
    rules.warmUp();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void rulesWithoutAKey_areNotReady() {
    assertThat(new ScreeningRules().ready()).isFalse();
    assertThat(FilingRules.installed()).isEmpty();
  }
}
