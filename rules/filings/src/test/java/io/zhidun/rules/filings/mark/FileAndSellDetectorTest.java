package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.signal.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FileAndSellDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();
  private final RandomMarks random = new RandomMarks(4);

  @Test
  void firesWhereManyMarksGoToMany() {
    sell(registered("某甲", 20), 12, i -> "买家" + i);
    Signal signal = last();
    assertThat(signal.subject().id()).isEqualTo("applicant:code-某甲");
    assertThat(signal.numbers())
        .containsEntry("filed", 20)
        .containsEntry("sold", 12)
        .containsEntry("assignees", 12)
        .containsEntry("ratio", 0.6)
        .containsEntry("entropy", 1.0)
        .containsEntry("medianDays", 40);
    assertThat(signal.score()).isGreaterThan(signals().get(0).score());
  }

  @Test
  void leavesASaleOfAllToOneAlone() {
    sell(registered("某甲", 20), 20, i -> "买家");
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesTransfersWithinTheGroupAlone() {
    stream.organisation(
        "code-某甲", 90, LocalDate.of(2010, 1, 1), "code-子一", "code-子二", "code-子三", "code-子四");
    List<String> children = List.of("子一", "子二", "子三", "子四");
    sell(registered("某甲", 20), 20, i -> children.get(i % 4));
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesASmallPartAlone() {
    sell(registered("某甲", 60), 6, i -> "买家" + i);
    assertThat(signals()).isEmpty();
  }

  @Test
  void firesWhereManyAreOnlyOfferedWhoeverIsNamed() {
    for (String application : registered("某甲", 12)) {
      stream.change(application, ChangeKind.OFFERED_FOR_SALE);
    }
    assertThat(last().subject().id()).isEqualTo("applicant:code-某甲");
    assertThat(last().numbers()).containsEntry("offered", 12).containsEntry("sold", 0);
  }

  @Test
  void countsOnlyWhatTheSellerFiled() {
    List<String> bought = registered("别人", 12);
    for (int i = 0; i < 12; i++) {
      sellOne(bought.get(i), "某甲", "买家" + i);
    }
    assertThat(signals()).isEmpty();
  }

  private List<String> registered(String owner, int count) {
    List<String> applications = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      applications.add(stream.file(owner, random.next(), 1 + i % 45));
    }
    stream.passDays(300);
    applications.forEach(application -> stream.change(application, ChangeKind.GRANT));
    stream.passDays(40);
    return applications;
  }

  private void sell(List<String> applications, int count, IntFunction<String> buyer) {
    for (int i = 0; i < count; i++) {
      sellOne(applications.get(i), "某甲", buyer.apply(i));
    }
  }

  private void sellOne(String application, String seller, String buyer) {
    stream.change(
        application,
        ChangeKind.ASSIGNMENT,
        null,
        List.of(MarkRecords.company(seller)),
        List.of(MarkRecords.company(buyer)));
  }

  private Signal last() {
    assertThat(signals()).isNotEmpty();
    return signals().get(signals().size() - 1);
  }

  private List<Signal> signals() {
    return stream.signals(FileAndSellDetector.CODE);
  }
}
