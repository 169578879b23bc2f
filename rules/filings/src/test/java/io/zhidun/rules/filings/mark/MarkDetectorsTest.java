package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Signal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All detectors together. */
class MarkDetectorsTest {

  @Test
  void giveTheSameSignalsForTheSameRecords() {
    List<Signal> first = mixed();
    assertThat(first).isNotEmpty();
    assertThat(mixed()).isEqualTo(first);
  }

  @Test
  void ignorePatents() {
    MarkRecords stream = MarkRecords.ofAll();
    stream.protect("康师傅", 30);
    Invention invention = new Invention("康帅傅", List.of(), "", List.of(), "", List.of());
    stream.show(
        new Filing(
            "2026104796018",
            FilingKind.INVENTION,
            LocalDate.of(2026, 1, 5),
            stream.now(),
            List.of(MarkRecords.company("某甲")),
            List.of(),
            null,
            null,
            Family.NONE,
            invention,
            null,
            Telemetry.NONE));
    assertThat(stream.signals).isEmpty();
  }

  @Test
  void countAnApplicationThatComesTwiceOnce() {
    MarkRecords stream = MarkRecords.ofAll();
    for (int i = 0; i < 500; i++) {
      stream.show(
          MarkRecords.filing(
              "70000001", stream.now(), MarkRecords.company("某甲"), Telemetry.NONE, "敦煌", 9));
    }
    assertThat(stream.signals).isEmpty();
  }

  @Test
  void showAnEndlessMarkCut() {
    MarkRecords stream = MarkRecords.ofAll();
    stream.protect("康师傅", 30);
    stream.file("某甲", "康师傅" + " ".repeat(1_000_000), 30);
    assertThat(stream.signals).hasSize(1);
    assertThat(stream.signals.get(0).toString()).hasSizeLessThan(2_000);
  }

  /** Looks at a portfolio at each thirty-second part of its growth, and at 2,000 marks of it. */
  @Test
  void keepPaceWithAnApplicantOfAHundredThousandMarks() {
    MarkRecords stream = MarkRecords.ofAll();
    RandomMarks random = new RandomMarks(8);
    for (int i = 0; i < 100_000; i++) {
      stream.file("某甲", random.next(), 1 + i % 45);
      if (i % 5_000 == 0) {
        stream.passDays(1);
      }
    }
    List<Signal> hoards =
        stream.signals(HoardingDetector.CODE).stream()
            .filter(signal -> signal.window().equals("36m"))
            .toList();
    assertThat(hoards.size()).isLessThan(1_000);
    Signal last = hoards.get(hoards.size() - 1);
    assertThat(last.filings()).hasSize(Signal.MOST_FILINGS);
    assertThat(last.filingCount()).isGreaterThan(95_000);
  }

  private static List<Signal> mixed() {
    MarkRecords stream = MarkRecords.ofAll();
    stream.protect("康师傅", 30);
    stream.protect("娃哈哈", 32);
    stream.protect("特仑苏", 29);
    RandomMarks random = new RandomMarks(9);
    Random dice = new Random(9);
    List<String> likes = List.of("康帅傅", "哇哈哈", "特伦苏", "敦煌", "丽江", "一带一路");
    for (int i = 0; i < 2_000; i++) {
      String applicant = "户" + dice.nextInt(8);
      String text = dice.nextInt(4) == 0 ? likes.get(dice.nextInt(6)) : random.next();
      String application = stream.file(applicant, text, 29 + dice.nextInt(4));
      if (dice.nextInt(10) == 0) {
        stream.change(application, ChangeKind.REFUSAL);
      }
      if (dice.nextInt(100) == 0) {
        stream.change(application, ChangeKind.BAD_FAITH_DECISION);
        stream.passDays(3);
      }
    }
    return stream.signals;
  }
}
