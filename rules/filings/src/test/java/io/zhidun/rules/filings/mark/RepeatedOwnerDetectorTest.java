package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedOwnerDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();

  @BeforeEach
  void protect() {
    stream.protect("康师傅", 30);
    stream.protect("娃哈哈", 32);
  }

  @Test
  void firesAtTheSecondFilingAfterALoss() {
    String lost = stream.file("某甲", "康帅傅", 30);
    stream.passDays(200).change(lost, ChangeKind.REFUSAL);
    stream.passDays(10).file("某甲", "康师付", 30);
    assertThat(signals()).isEmpty();
    stream.passDays(10).file("某甲", "康思傅", 30);
    assertThat(signals()).hasSize(1);
    Signal signal = signals().get(0);
    assertThat(signal.family()).isEqualTo(SignalFamily.HISTORY);
    assertThat(signal.window()).isEqualTo("code-康师傅公司");
    assertThat(signal.numbers())
        .containsEntry("filings", 3)
        .containsEntry("lost", 1)
        .containsEntry("after", 2);
    assertThat(signal.evidence().get(0).values()).containsEntry("outcome", "refusal");
    stream.passDays(10).file("某甲", "康师付", 30);
    assertThat(signals().get(1).score()).isGreaterThan(signal.score());
  }

  @Test
  void seesTheLossesOfDeclaredRelatedParties() {
    stream.organisation("code-某甲", 3, LocalDate.of(2020, 1, 1), "code-某乙");
    stream.change(stream.file("某乙", "康帅傅", 30), ChangeKind.INVALIDATION);
    stream.passDays(1).file("某甲", "康师付", 30);
    stream.passDays(1).file("某甲", "康思傅", 30);
    assertThat(signals()).hasSize(1);
  }

  @Test
  void doesNotFireWithoutALoss() {
    for (int i = 0; i < 5; i++) {
      stream.passDays(1).file("某甲", "康帅傅", 30);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void doesNotAddUpOwners() {
    stream.change(stream.file("某甲", "康帅傅", 30), ChangeKind.OPPOSITION_UPHELD);
    stream.passDays(1).file("某甲", "哇哈哈", 32);
    stream.passDays(1).file("某甲", "蛙哈哈", 32);
    assertThat(signals()).isEmpty();
  }

  @Test
  void forgetsALossAfterSixtyMonths() {
    stream.change(stream.file("某甲", "康帅傅", 30), ChangeKind.REFUSAL);
    stream.passDays(5 * 366);
    stream.file("某甲", "康师付", 30);
    stream.passDays(1).file("某甲", "康思傅", 30);
    assertThat(signals()).isEmpty();
  }

  private List<Signal> signals() {
    return stream.signals(RepeatedOwnerDetector.CODE);
  }
}
