package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();
  private final RandomMarks random = new RandomMarks(2);

  @Test
  void firesForAPortfolioOfWordsWithoutMeaning() {
    file("某甲", 40);
    assertThat(signals()).isNotEmpty();
    Signal signal = signals().get(signals().size() - 1);
    assertThat(signal.window()).isEqualTo("90d");
    assertThat(signal.numbers()).containsKeys("share", "usualShare", "different");
    assertThat(signal.evidence().get(0).values()).containsKey("examples");
  }

  @Test
  void neverJudgesFewerThanTwentyMarks() {
    file("某甲", 19);
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesWordsOfTheLanguageAlone() {
    List<String> words =
        List.of("春风", "明月", "高山", "流水", "清泉", "故乡", "星辰", "大海", "朝霞", "晚霞", "白云", "蓝天");
    for (int i = 0; i < 60; i++) {
      stream.file("某甲", words.get(i % 12) + words.get(i * 5 % 12).charAt(0), 1 + i % 45);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesASeriesAlone() {
    for (int i = 0; i < 60; i++) {
      stream.file("某甲", "翎砚" + random.next().charAt(0), 1 + i % 45);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesAPortfolioSpreadOverYearsAlone() {
    for (int i = 0; i < 40; i++) {
      stream.file("某甲", random.next(), 1 + i % 45);
      stream.passDays(20);
    }
    assertThat(signals()).isEmpty();
  }

  private void file(String applicant, int count) {
    for (int i = 0; i < count; i++) {
      stream.file(applicant, random.next(), 1 + i % 45);
    }
  }

  private List<Signal> signals() {
    return stream.signals(CombinationDetector.CODE);
  }
}
