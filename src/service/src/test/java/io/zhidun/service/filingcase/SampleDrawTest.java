package io.zhidun.service.filingcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleDrawTest {
  @Test
  void drawsTheSameFilingsAgain() {
    assertThat(drawn("one", 0.5)).isEqualTo(drawn("one", 0.5)).isNotEqualTo(drawn("two", 0.5));
  }

  @Test
  void drawsAboutTheShareThatIsWanted() {
    // 500 are expected of 100,000; six standard deviations are 134.
    assertThat(drawn("one", 0.005).size()).isBetween(366, 634);
    assertThat(drawn("one", 0)).isEmpty();
    assertThat(drawn("one", 1)).hasSize(100_000);
  }

  private static List<Integer> drawn(String key, double share) {
    SampleDraw draw = new SampleDraw(key.getBytes(StandardCharsets.UTF_8), share);
    return IntStream.range(0, 100_000).filter(i -> draw.draws("20261" + i)).boxed().toList();
  }
}
