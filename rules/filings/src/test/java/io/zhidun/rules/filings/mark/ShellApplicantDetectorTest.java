package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellApplicantDetectorTest {

  private static final LocalDate YOUNG = LocalDate.of(2025, 11, 1);

  private final MarkRecords stream = MarkRecords.ofAll();

  @Test
  void firesAtTheFifthYoungApplicantOfOneDevice() {
    shells(4);
    assertThat(signals()).isEmpty();
    shell(4);
    Signal signal = signals().get(0);
    assertThat(signal.family()).isEqualTo(SignalFamily.PROFILE);
    assertThat(signal.subject().id()).isEqualTo("account:account-1");
    assertThat(signal.numbers())
        .containsEntry("applicants", 5)
        .containsEntry("marksEach", 1.0)
        .containsEntry("shared", "device");
    assertThat(signal.window()).isEqualTo("30d/device");
    assertThat(signal.filings()).hasSize(5);
    for (int i = 5; i < 9; i++) {
      shell(i);
    }
    assertThat(signals().get(signals().size() - 1).score()).isGreaterThan(signal.score());
  }

  @Test
  void doesNotTakeTheUnknownOrTheGrownForShells() {
    for (int i = 0; i < 10; i++) {
      stream.organisation("code-老户" + i, 0, LocalDate.of(2015, 1, 1));
      stream.organisation("code-大户" + i, 30, YOUNG);
      stream.organisation("code-未知" + i, -1, YOUNG);
      for (String name : List.of("老户", "大户", "未知", "没登记")) {
        file(name + i);
      }
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesAnAgencyWithSomeYoungClientsAlone() {
    for (int i = 0; i < 20; i++) {
      file("老客户" + i);
    }
    shells(10);
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesYoungFirmsWithManyMarksEachAlone() {
    for (int round = 0; round < 3; round++) {
      shells(6);
      shells(6);
      shells(6);
    }
    assertThat(signals().stream().filter(s -> (int) s.numbers().getOrDefault("marks", 0) > 12))
        .isEmpty();
  }

  @Test
  void forgetsAfterThirtyDays() {
    for (int i = 0; i < 8; i++) {
      shell(i);
      stream.passDays(10);
    }
    assertThat(signals()).isEmpty();
  }

  private void shells(int count) {
    for (int i = 0; i < count; i++) {
      shell(i);
    }
  }

  private void shell(int number) {
    stream.organisation("code-新户" + number, 0, YOUNG);
    file("新户" + number);
  }

  private void file(String applicant) {
    Telemetry telemetry =
        new Telemetry(
            "account-1", null, null, "device-1", null, null, null, null, null, null, List.of());
    stream.file(MarkRecords.company(applicant), telemetry, "青羚", 9);
  }

  private List<Signal> signals() {
    return stream.signals(ShellApplicantDetector.CODE);
  }
}
