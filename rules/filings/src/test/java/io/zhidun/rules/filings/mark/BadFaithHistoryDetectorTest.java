package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.signal.Signal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadFaithHistoryDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();

  @Test
  void firesAtEachFilingOfWhoWasDecidedAgainst() {
    String application = stream.file("某甲", "甲乙丙", 9);
    stream.change(application, ChangeKind.BAD_FAITH_DECISION, "权利人", List.of(), List.of());
    assertThat(signals()).isEmpty();
    stream.passDays(30).file("某甲", "丁戊己", 9);
    stream.file("某乙", "丁戊己", 9);
    assertThat(signals()).hasSize(1);
    assertThat(signals().get(0).numbers()).containsEntry("own", 1).containsEntry("related", 0);
    assertThat(signals().get(0).evidence().get(0).values())
        .containsEntry("target", "权利人")
        .containsEntry("application", application);
  }

  @Test
  void takesThePartyThatTheDecisionNames() {
    stream.change(
        "an older one",
        ChangeKind.BAD_FAITH_DECISION,
        null,
        List.of(MarkRecords.company("某甲")),
        List.of());
    stream.file("某甲", "丁戊己", 9);
    assertThat(signals()).hasSize(1);
  }

  @Test
  void countsDecisionsAgainstDeclaredRelatedPartiesForLess() {
    stream.organisation("code-某甲", 3, LocalDate.of(2020, 1, 1), "code-某乙");
    stream.change(stream.file("某乙", "甲乙丙", 9), ChangeKind.BAD_FAITH_DECISION);
    stream.file("某甲", "丁戊己", 9);
    stream.file("某乙", "丁戊己", 9);
    assertThat(signals()).hasSize(2);
    assertThat(signals().get(0).score()).isLessThan(signals().get(1).score());
  }

  @Test
  void countsARepeatedRecordOnce() {
    String application = stream.file("某甲", "甲乙丙", 9);
    stream.change(application, ChangeKind.BAD_FAITH_DECISION);
    stream.change(application, ChangeKind.BAD_FAITH_DECISION);
    stream.file("某甲", "丁戊己", 9);
    assertThat(signals().get(0).numbers()).containsEntry("decisions", 1);
  }

  @Test
  void forgetsAfterSixtyMonths() {
    stream.change(stream.file("某甲", "甲乙丙", 9), ChangeKind.BAD_FAITH_DECISION);
    stream.passDays(5 * 366).file("某甲", "丁戊己", 9);
    assertThat(signals()).isEmpty();
  }

  private List<Signal> signals() {
    return stream.signals(BadFaithHistoryDetector.CODE);
  }
}
