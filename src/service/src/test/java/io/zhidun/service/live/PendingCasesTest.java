package io.zhidun.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PendingCasesTest {
  private final PendingCases pending = new PendingCases();

  @Test
  void saysOnlyTheLatestOfACase() {
    pending.put(1, "first");
    pending.put(2, "second");
    pending.put(1, "third");

    assertThat(pending.take()).contains(List.of("second", "third"));
    assertThat(pending.take()).as("told").contains(List.of());
  }

  @Test
  void asksToReadAnewWhenThereIsTooMuchToSay() {
    LongStream.range(0, 600).forEach(id -> pending.put(id, "row"));

    assertThat(pending.take()).isEmpty();
    assertThat(pending.take()).contains(List.of());
  }
}
