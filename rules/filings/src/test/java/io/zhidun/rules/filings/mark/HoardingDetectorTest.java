package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoardingDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();
  private final RandomMarks random = new RandomMarks(1);

  @Test
  void firesAboveAHundredAndFiftyMarksThatDoNotBelongTogether() {
    hoard("某甲", 150);
    assertThat(signals()).isEmpty();
    hoard("某甲", 20);
    Signal signal = last();
    assertThat(signal.family()).isEqualTo(SignalFamily.RATE);
    assertThat(signal.window()).isEqualTo("36m");
    assertThat(signal.numbers()).containsEntry("tier", "stock").containsEntry("limit", 150);
    assertThat((int) signal.numbers().getOrDefault("unrelated", 0)).isGreaterThan(120);
    assertThat(signal.filings()).hasSizeBetween(151, 200);
    double before = signal.score();
    hoard("某甲", 400);
    assertThat(last().score()).isGreaterThan(before);
    assertThat(last().id()).isEqualTo(signal.id());
  }

  @Test
  void firesAboveFiftyOnOneDay() {
    for (int i = 0; i < 60; i++) {
      stream.file("某甲", random.next(), 1 + i % 45);
    }
    assertThat(last().window()).isEqualTo("2026-01-05");
    assertThat(last().numbers()).containsEntry("tier", "burst");
    assertThat(signals()).hasSize(10);
  }

  @Test
  void leavesOneMarkInManyClassesAlone() {
    for (int i = 0; i < 300; i++) {
      stream.file("某甲", i % 3 == 0 ? "青羚羊" : "青羚", 1 + i % 45);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesASeriesAroundAHouseMarkAlone() {
    for (int i = 0; i < 300; i++) {
      stream.file("某甲", "青羚" + random.next(), 1 + i % 45);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void allowsALargeEmployerMore() {
    stream.organisation("code-某甲", 5_000, LocalDate.of(2001, 1, 1));
    hoard("某甲", 200);
    assertThat(signals()).isEmpty();
    hoard("某甲", 1_100);
    assertThat(last().numbers()).containsEntry("limit", 1_150);
  }

  @Test
  void addsTheMarksOfDeclaredRelatedParties() {
    stream.organisation("code-某甲", -1, LocalDate.of(2020, 1, 1), "code-某乙");
    hoard("某乙", 100);
    hoard("某甲", 60);
    assertThat(last().numbers()).containsEntry("related", 100);
    assertThat(last().subject().name()).isEqualTo("某甲");
  }

  @Test
  void doesNotCountWhatWasWithdrawnOrIsOlderThanThirtySixMonths() {
    for (String application : hoard("某甲", 100)) {
      stream.change(application, ChangeKind.WITHDRAWAL);
      stream.change(application, ChangeKind.REFUSAL);
    }
    hoard("某甲", 100);
    assertThat(signals()).isEmpty();
    stream.passDays(1_100);
    hoard("某甲", 100);
    assertThat(signals()).isEmpty();
  }

  @Test
  void firesWhereAlmostNobodyHoldsAsMany() {
    for (int i = 0; i < 3_000; i++) {
      stream.file("户" + i, random.next(), 9);
    }
    hoard("某甲", 50);
    assertThat(last().numbers()).containsEntry("tier", "peers");
    assertThat(last().score()).isLessThan(0.5);
  }

  /** Three a day, in many classes. */
  private List<String> hoard(String applicant, int count) {
    List<String> applications = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      applications.add(stream.file(applicant, random.next(), 1 + i * 7 % 45));
      if (i % 3 == 2) {
        stream.passDays(1);
      }
    }
    return applications;
  }

  private Signal last() {
    assertThat(signals()).isNotEmpty();
    return signals().get(signals().size() - 1);
  }

  private List<Signal> signals() {
    return stream.signals(HoardingDetector.CODE);
  }
}
