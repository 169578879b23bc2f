package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoRndCapacityTest {

  private final NoRndCapacity capacity = new NoRndCapacity(new Ledger());
  private final List<Signal> signals = new ArrayList<>();
  private int number;

  @Test
  void thirtyPatentsOfACompanyWithTwoEmployeesFoundedLastMonth() {
    capacity.see(Filed.company("空壳", Filed.day(0), 2, "2025-12-01"), signals::add);
    file("空壳", 30, 5);
    Signal last = signals.get(signals.size() - 1);
    assertEquals("no-rnd-capacity|applicant:code-空壳|365d", last.id());
    assertEquals(2, last.numbers().get("insured"));
    assertTrue(last.filingCount() >= 24);
    assertEquals(36, last.numbers().get("foundingToFirstFilingDays"));
    assertTrue(last.score() > 0.7, "score " + last.score());
  }

  @Test
  void anUnknownHeadcountIsNotZero() {
    file("不详", 60, 5);
    capacity.see(Filed.company("也不详", Filed.day(0), -1, "2025-12-01"), signals::add);
    file("也不详", 60, 5);
    assertEquals(List.of(), signals);
  }

  @Test
  void aHeadcountThatBecomesKnownLaterIsLookedAt() {
    file("空壳", 30, 5);
    capacity.see(Filed.company("空壳", Filed.day(60), 0, null), signals::add);
    assertEquals(1, signals.size());
    assertEquals(30.0, signals.get(0).numbers().get("ratio"));
  }

  @Test
  void thirtyPatentsOfALaboratoryWithAHundredEmployeesAreNothing() {
    capacity.see(Filed.company("实业", Filed.day(0), 100, "2010-01-01"), signals::add);
    file("实业", 30, 5);
    assertEquals(List.of(), signals);
  }

  @Test
  void universitiesAndMarksAreNotMeasured() {
    capacity.see(Filed.company("商贸", Filed.day(0), 1, null), signals::add);
    for (int i = 0; i < 40; i++) {
      see(filed("商贸", 5).kind(FilingKind.TRADEMARK));
      see(filed("大学", 5).by("大学", PartyKind.UNIVERSITY));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void whatIsUsualAmongPeersIsNoIndication() {
    for (int i = 0; i < 600; i++) {
      capacity.see(Filed.company("同行" + i, Filed.day(0), 3, null), signal -> {});
      for (int k = 0; k < 12; k++) {
        capacity.see(filed("同行" + i, 5).filing(), signal -> {});
      }
    }
    capacity.see(Filed.company("某家", Filed.day(0), 3, null), signals::add);
    file("某家", 12, 6);
    assertEquals(List.of(), signals);
    file("某家", 60, 7);
    assertTrue(!signals.isEmpty());
  }

  @Test
  void aShellAmongManyShellsIsOneStill() {
    for (int i = 0; i < 600; i++) {
      capacity.see(Filed.company("同行" + i, Filed.day(0), 3, null), signal -> {});
      capacity.see(filed("同行" + i, 5).filing(), signal -> {});
    }
    for (int i = 0; i < 40; i++) {
      String shell = "空壳" + i;
      capacity.see(Filed.company(shell, Filed.day(0), 2, null), signals::add);
      file(shell, 20, 6);
    }
    assertEquals(40, signals.stream().map(Signal::subject).distinct().count());
  }

  @Test
  void patentsOfMoreThanAYearAgoDoNotCount() {
    capacity.see(Filed.company("老店", Filed.day(0), 1, null), signals::add);
    file("老店", 9, 0);
    file("老店", 9, 400);
    assertEquals(List.of(), signals);
  }

  private void file(String applicant, int filings, int day) {
    for (int i = 0; i < filings; i++) {
      see(filed(applicant, day + i / 100));
    }
  }

  private Filed filed(String applicant, int day) {
    return Filed.number(number++).by(applicant).on(Filed.day(day).plusSeconds(number));
  }

  private void see(Filed filed) {
    capacity.see(filed.filing(), signals::add);
  }
}
