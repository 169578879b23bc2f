package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.link.Links;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilingBurstTest {

  private final Ledger ledger = new Ledger();
  private final Links links = new Links(ledger);
  private final FilingBurst burst = new FilingBurst(ledger, links);
  private final List<Signal> signals = new ArrayList<>();
  private int number;

  @Test
  void fiftyInADayByAnApplicantWithOneAMonthFiresOnce() {
    for (int month = 0; month < 6; month++) {
      see(filed("某公司", Filed.day(month * 30)));
    }
    for (int i = 0; i < 50; i++) {
      see(filed("某公司", Filed.day(185).plusSeconds(i * 60L)));
    }
    see(filed("别家", Filed.day(186)));
    assertEquals(1, signals.stream().map(Signal::id).distinct().count());
    Signal last = signals.get(signals.size() - 1);
    assertEquals("filing-burst|applicant:code-某公司|2026-07-05", last.id());
    assertEquals(50, last.numbers().get("count"));
    assertEquals(50, last.filings().size());
    assertEquals(0.03, (double) number(last, "dailyMean"), 0.02);
    assertTrue(last.score() > 0.85, "score " + last.score());
    assertTrue(signals.size() <= 6, "said " + signals.size() + " times");
  }

  @Test
  void aNewApplicantIsMeasuredByItsPeers() {
    for (int i = 0; i < 40; i++) {
      see(filed("新公司", Filed.day(0).plusSeconds(i)));
    }
    assertEquals(1, signals.stream().map(Signal::id).distinct().count());
  }

  @Test
  void aMonthEndWhenEverybodyFilesThreeTimesAsMuchRaisesNothing() {
    Random random = new Random(3);
    for (int day = 0; day < 75; day++) {
      boolean end = Filed.day(day).equals(Filed.at("2026-02-28"));
      for (int firm = 0; firm < 60; firm++) {
        int filings = (end ? 3 : 1) * (2 + random.nextInt(4));
        for (int i = 0; i < filings; i++) {
          see(filed("公司" + firm, Filed.day(day).plusSeconds(firm * 100L + i)));
        }
      }
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void aDayWhenEverybodyFilesTenTimesAsMuchIsSeason() {
    for (int day = 0; day < 60; day++) {
      for (int i = 0; i < (day == 59 ? 12 : 1); i++) {
        for (int firm = 0; firm < 100; firm++) {
          see(filed("公司" + firm, Filed.day(day).plusSeconds(i * 100L + firm)));
        }
      }
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void anApplicantThatAlwaysFilesInBatchesOfTwelveDoesNotBurst() {
    for (int month = 0; month < 8; month++) {
      for (int i = 0; i < 12; i++) {
        see(filed("批量公司", Filed.day(month * 30).plusSeconds(i)));
      }
    }
    assertEquals(
        List.of(), signals.stream().filter(s -> !s.last().isBefore(Filed.day(120))).toList());
  }

  @Test
  void aUniversityWeighsLess() {
    for (int month = 0; month < 6; month++) {
      see(filed("某大学", Filed.day(month * 30)).by("某大学", PartyKind.UNIVERSITY));
    }
    for (int i = 0; i < 50; i++) {
      see(filed("某大学", Filed.day(185).plusSeconds(i)).by("某大学", PartyKind.UNIVERSITY));
    }
    assertTrue(signals.stream().allMatch(s -> s.score() <= 0.5));
  }

  @Test
  void aGroupBurstsByItsPhone() {
    for (int i = 0; i < 6; i++) {
      see(filed("公司" + i, Filed.day(i)).phone("13800000000").payer("账户"));
    }
    for (int i = 0; i < 36; i++) {
      see(filed("公司" + i % 6, Filed.day(60).plusSeconds(i * 60L)).phone("13800000000").payer("账户"));
    }
    assertTrue(signals.stream().anyMatch(s -> s.subject().type() == SubjectType.GROUP));
  }

  @Test
  void tailsAgreeWithKnownValues() {
    assertEquals(Math.log10(1.24e-12), Tails.log10(10, 0.3, 0.3), 0.02);
    assertEquals(0, Tails.log10(3, 5, 5));
    assertTrue(Tails.log10(50, 0.03, 0.03) < -60);
    assertTrue(Tails.log10(50, 5, 200) > Tails.log10(50, 5, 5));
    assertEquals(Math.log(24), Tails.logGamma(5), 1e-9);
  }

  private static Object number(Signal signal, String name) {
    return java.util.Objects.requireNonNull(signal.numbers().get(name));
  }

  private Filed filed(String applicant, Instant time) {
    return Filed.number(number++).by(applicant).on(time);
  }

  private void see(Filed filed) {
    Filing filing = filed.filing();
    links.see(filing, signal -> {});
    burst.see(filing, signals::add);
  }
}
