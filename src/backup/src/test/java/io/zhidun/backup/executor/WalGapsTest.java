package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalGapsTest {
  private static final WalSegment FIRST = WalSegment.parse("0000000100000000000000FE", 16 << 20);

  @Test
  void findsNothingWhereAllIsThere() {
    assertThat(
            WalGaps.find(
                FIRST,
                List.of(
                    "0000000100000000000000FE",
                    "0000000100000000000000FF",
                    "000000010000000100000000")))
        .isEmpty();
  }

  @Test
  void namesWhatIsMissingBetween() {
    assertThat(WalGaps.find(FIRST, List.of("0000000100000000000000FE", "000000010000000100000001")))
        .containsExactly("0000000100000000000000FF", "000000010000000100000000");
  }

  @Test
  void namesTheFirstWhereItIsMissing() {
    assertThat(WalGaps.find(FIRST, List.of("0000000100000000000000FF")))
        .containsExactly("0000000100000000000000FE");
  }

  @Test
  void looksAtOneTimelineAndNotBeforeTheFirst() {
    assertThat(
            WalGaps.find(
                FIRST,
                List.of(
                    "0000000100000000000000F0",
                    "0000000100000000000000FE",
                    "0000000200000000000000FF",
                    "000000020000000100000004")))
        .isEmpty();
  }

  @Test
  void readsAndWritesPlaces() {
    assertThat(Lsn.parse("16/B374D848").toString()).isEqualTo("16/B374D848");
    assertThat(WalSegment.containing(1, Lsn.parse("1/2000028"), 16 << 20).name())
        .isEqualTo("000000010000000100000002");
  }
}
