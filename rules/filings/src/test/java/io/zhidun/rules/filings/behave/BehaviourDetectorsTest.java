package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BehaviourDetectorsTest {

  @Test
  void theOrderOfArrivalDoesNotMatterOnceRecordsAreSorted() {
    List<FilingRecord> records = market();
    List<Signal> once = run(records);
    Collections.shuffle(records, new Random(9));
    assertFalse(once.isEmpty());
    assertEquals(once, run(records));
  }

  @Test
  void recordsSentTwiceChangeNothing() {
    List<FilingRecord> records = market();
    records.removeIf(record -> !(record instanceof io.zhidun.rules.filings.record.Filing));
    List<Signal> once = run(records);
    List<FilingRecord> twice = new ArrayList<>(records);
    twice.addAll(records);
    assertEquals(once, run(twice));
  }

  @Test
  void everySignalKeepsItsBounds() {
    for (Signal signal : run(market())) {
      assertTrue(signal.filings().size() <= Signal.MOST_FILINGS);
      assertTrue(signal.evidence().size() <= Signal.MOST_EVIDENCE);
      assertFalse(signal.first().isAfter(signal.last()), signal.id());
      assertTrue(signal.filingCount() >= signal.filings().size(), signal.id());
    }
  }

  @Test
  void anApplicantWithAHundredThousandFilingsIsCheap() {
    BehaviourDetectors detectors = new BehaviourDetectors();
    List<Signal> signals = new ArrayList<>();
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 100_000; i++) {
            detectors.see(
                Filed.number(i)
                    .by("巨头")
                    .on(Filed.day(i / 1000).plusSeconds(i % 1000))
                    .phone("13800000000")
                    .payer("账户")
                    .inventor("甲")
                    .filing(),
                signals::add);
          }
        });
    assertTrue(signals.size() < 1000, "said " + signals.size() + " times");
  }

  @Test
  void aFilingOfWhichNothingIsKnownIsNoFault() {
    BehaviourDetectors detectors = new BehaviourDetectors();
    detectors.see(Filed.number(1).filing(), signal -> {});
    assertTrue(detectors.links().groupOf("nobody").isEmpty());
    assertEquals(13, detectors.list().size());
  }

  private static List<FilingRecord> market() {
    List<FilingRecord> records = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      boolean scheme = i % 20 == 0;
      int applicant = scheme ? 1000 + random.nextInt(12) : random.nextInt(300);
      Filed filed =
          Filed.number(i)
              .by("公司" + applicant)
              .on(Filed.day(i / 30).plusSeconds(i % 30 * 60L))
              .phone(scheme ? "138" + applicant % 2 : "139" + applicant)
              .payer(scheme ? "共用" : "账户" + applicant)
              .inventor(scheme ? "枪手" : "人" + applicant)
              .drawings("图" + random.nextInt(1500))
              .account("u" + applicant)
              .ipc("ABCDEFGH".charAt(i % 8) + "01B1/00");
      records.add(filed.filing());
      records.add(
          Acted.of(ActionKind.SUBMIT, "u" + applicant, Filed.day(i / 30).plusSeconds(i % 30 * 60L))
              .filing(i)
              .seconds(scheme ? 3 : 300)
              .action());
    }
    return records;
  }

  private static List<Signal> run(List<FilingRecord> records) {
    List<FilingRecord> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(FilingRecord::time).thenComparing(FilingRecord::id));
    BehaviourDetectors detectors = new BehaviourDetectors();
    List<Signal> signals = new ArrayList<>();
    sorted.forEach(record -> detectors.see(record, signals::add));
    return signals;
  }
}
