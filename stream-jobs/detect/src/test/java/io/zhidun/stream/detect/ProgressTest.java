package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RawRecord;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Progress progress = new Progress();

  @Test
  void aRecordThatWasReadBeforeIsADuplicate() {
    assertThat(accept("a", 1, 0)).isEqualTo(Progress.Verdict.NEW);
    assertThat(accept("a", 1, 1)).isEqualTo(Progress.Verdict.NEW);
    assertThat(accept("a", 1, 1)).isEqualTo(Progress.Verdict.DUPLICATE);
    assertThat(accept("a", 1, 0)).isEqualTo(Progress.Verdict.DUPLICATE);
    assertThat(accept("b", 1, 0)).isEqualTo(Progress.Verdict.NEW);
    assertThat(progress.takeGaps()).isZero();
  }

  @Test
  void aNewEpochBeginsAgainAndAnOldOneIsOver() {
    accept("a", 1, 5);

    assertThat(accept("a", 2, 0)).isEqualTo(Progress.Verdict.NEW);
    assertThat(accept("a", 1, 6)).isEqualTo(Progress.Verdict.DUPLICATE);
  }

  @Test
  void missingNumbersAreCounted() {
    accept("a", 1, 10);
    accept("a", 1, 14);
    accept("a", 2, 2);

    assertThat(progress.takeGaps()).isEqualTo(3 + 2);
    assertThat(progress.takeGaps()).isZero();
  }

  @Test
  void afterARestoreTheFurtherOfTwoEntriesCounts() {
    progress.restore(new SourceProgress("a", 1, 7));
    progress.restore(new SourceProgress("a", 1, 3));

    assertThat(accept("a", 1, 7)).isEqualTo(Progress.Verdict.DUPLICATE);
    assertThat(accept("a", 1, 8)).isEqualTo(Progress.Verdict.NEW);
  }

  @Test
  void theSlowestLiveSourceHoldsTimeBackAndAnIdleOneDoesNot() {
    see("fast", 9_000, 1_000);
    see("slow", 5_000, 1_000);
    assertThat(progress.newestOfSlowest(1_500)).isEqualTo(5_000);

    see("fast", 9_500, 20_000);
    assertThat(progress.newestOfSlowest(20_000)).isEqualTo(9_500);
    assertThat(progress.newestOfSlowest(90_000)).isEqualTo(9_500);
  }

  private Progress.Verdict accept(String source, long epoch, long sequence) {
    RawRecord raw = raw(source, epoch, sequence);
    return progress.accept(progress.of(raw), raw);
  }

  private void see(String source, long eventMicros, long nowMillis) {
    SourceProgress entry = progress.of(raw(source, 1, 0));
    entry.newestMicros = eventMicros;
    entry.lastSeenMillis = nowMillis;
  }

  private static RawRecord raw(String source, long epoch, long sequence) {
    return new RawRecord("syslog", "c", source, epoch, sequence, 0, null, "UTC", new byte[0]);
  }
}
