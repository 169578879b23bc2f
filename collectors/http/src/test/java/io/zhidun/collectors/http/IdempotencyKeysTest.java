package io.zhidun.collectors.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
  private long now;
  private final IdempotencyKeys keys = new IdempotencyKeys(3, Duration.ofNanos(100), () -> now);

  @Test
  void remembersHowFarARequestCame() {
    use("a", 5);
    assertThat(recordsOf("a")).isEqualTo(5);
  }

  @Test
  void aKeyThatTookNothingLeavesNothing() {
    use("a", 0);
    assertThat(keys.size()).isZero();
  }

  @Test
  void forgetsAfterTheWindow() {
    use("a", 5);
    now = 100;
    assertThat(recordsOf("a")).isZero();
  }

  @Test
  void forgetsTheLongestUnusedWhenThereAreTooMany() {
    use("a", 1);
    use("b", 2);
    use("c", 3);
    use("a", 4);
    use("d", 5);
    assertThat(keys.size()).isEqualTo(3);
    assertThat(recordsOf("a")).isEqualTo(4);
  }

  @Test
  void twoDoNotUseAKeyAtOnce() {
    assertThat(keys.begin("a")).isNotNull();
    assertThat(keys.begin("a")).isNull();
  }

  private void use(String key, long records) {
    IdempotencyKeys.Taken taken = requireNonNull(keys.begin(key));
    taken.records = records;
    keys.end(key, taken);
  }

  private long recordsOf(String key) {
    IdempotencyKeys.Taken taken = requireNonNull(keys.begin(key));
    return taken.records;
  }
}
