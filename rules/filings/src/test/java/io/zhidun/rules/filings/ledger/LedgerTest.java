package io.zhidun.rules.filings.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.record.Filing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger();
  private int number;

  @Test
  void aKeyTableAgreesWithAMapWhileKeysComeAndGo() {
    KeyTable table = new KeyTable(100_000);
    Map<Long, Integer> lastDays = new HashMap<>();
    Map<Integer, Long> owners = new HashMap<>();
    Random random = new Random(5);
    for (int i = 0; i < 60_000; i++) {
      int day = 100 + i / 100;
      long hash = Hash64.of(1, "k" + random.nextInt(2000 + i / 4));
      int id = table.intern(hash, day);
      table.touch(id, day);
      lastDays.put(hash, day);
      owners.put(id, hash);
      table.sweep(
          30,
          day - 50,
          gone -> {
            Long owner = owners.remove(gone);
            assertTrue(owner != null && lastDays.getOrDefault(owner, day) < day - 50);
            lastDays.remove(owner);
          });
    }
    assertEquals(lastDays.size(), table.live());
    lastDays.forEach((hash, day) -> assertEquals(day, table.lastDay(table.find(hash))));
    assertEquals(-1, table.find(Hash64.of(1, "never")));
  }

  @Test
  void aFullTableRefusesNewKeysAndKeepsTheOld() {
    KeyTable table = new KeyTable(2);
    int first = table.intern(11, 100);
    table.intern(12, 100);
    assertEquals(-1, table.intern(13, 100));
    assertEquals(first, table.intern(11, 100));
  }

  @Test
  void numbersOfEveryFormComeBackAsTheyWere() {
    for (String written :
        List.of("2026104796018", "202110991218X", "78123456", "0123", "PCT/X", "")) {
      Filing filing = Filed.number(number++).filing();
      Filing renamed =
          new Filing(
              written,
              filing.kind(),
              filing.filingDate(),
              filing.time(),
              filing.applicants(),
              filing.inventors(),
              filing.contact(),
              filing.agency(),
              filing.family(),
              filing.invention(),
              filing.mark(),
              filing.telemetry());
      assertTrue(ledger.enter(renamed));
      assertEquals(written, ledger.rows().number(ledger.row()));
      assertEquals(ledger.row(), ledger.rows().find(written));
    }
  }

  @Test
  void aNumberSeenBeforeIsPassedOver() {
    assertTrue(ledger.enter(Filed.number(7).by("甲").filing()));
    assertFalse(ledger.enter(Filed.number(7).by("乙").filing()));
    assertEquals(-1, ledger.row());
  }

  @Test
  void aTimeInAnotherCenturyDoesNotMakeTheLedgerForget() {
    enter("甲", 0);
    assertFalse(ledger.enter(Filed.number(8).on(Instant.parse("2999-01-01T00:00:00Z")).filing()));
    assertEquals(Days.of(Filed.day(0)), ledger.day());
  }

  @Test
  void anApplicantsFilingsAreChainedNewestFirst() {
    enter("甲", 0);
    enter("乙", 1);
    enter("甲", 2);
    int id = ledger.applicants().find("code-甲");
    assertEquals(List.of(2, 0), ledger.rows().since(id, Days.of(Filed.day(0)), 10));
    assertEquals(List.of(2), ledger.rows().since(id, Days.of(Filed.day(1)), 10));
    assertEquals(2, ledger.applicants().live());
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgotten() {
    for (int i = 0; i < 10_000; i++) {
      enter("旧" + i, 0);
    }
    for (int i = 0; i < 10_000; i++) {
      enter("新" + i, Days.RETENTION + 10);
    }
    assertEquals(-1, ledger.rows().find("2026100000000"));
    assertFalse(ledger.rows().holds(4095));
    assertTrue(ledger.rows().find("2026100019999") >= 0);
    assertEquals(-1, ledger.applicants().find("code-旧1"));
    assertTrue(ledger.applicants().live() < 11_000, "live " + ledger.applicants().live());
  }

  @Test
  void clientsOfAnAgencyAreThoseWhoUsedItLast() {
    see(Filed.number(1).by("甲").through("33200"));
    int agency = ledger.agency();
    see(Filed.number(2).by("甲").through("33200"));
    see(Filed.number(3).by("乙").through("33200"));
    assertEquals(2, ledger.clients(agency));
    see(Filed.number(4).by("甲").through("11001"));
    see(Filed.number(5).by("乙"));
    assertEquals(1, ledger.clients(agency));
  }

  @Test
  void relatedPartiesAreOneUnitAlsoOverAThird() {
    ledger.enter(Filed.company("子一", Filed.day(0), 1, null, "母"));
    ledger.enter(Filed.company("子二", Filed.day(0), 1, null, "母"));
    ledger.enter(Filed.company("别家", Filed.day(0), 1, null));
    Applicants all = ledger.applicants();
    int[] ids = {all.find("code-子一"), all.find("code-子二"), all.find("code-别家")};
    assertEquals(2, all.units(ids));
    assertTrue(all.related(ids[0], ids[1]));
    assertFalse(all.related(ids[0], ids[2]));
    assertTrue(all.related(ids[0], "code-母"));
  }

  @Test
  void aYearIsThirteenPeriodsOfTwentyEightDays() {
    Rolling rolling = new Rolling();
    int start = 9800;
    rolling.add(3, start);
    rolling.add(3, start + 100);
    assertEquals(2, rolling.sum(3, start + 300));
    assertEquals(1, rolling.sum(3, start + 370));
    assertEquals(0, rolling.sum(3, start + 5000));
    assertEquals(0, rolling.sum(4, start));
  }

  @Test
  void daysBeginInShanghai() {
    assertEquals(
        Days.of(Instant.parse("2026-11-20T00:00:00Z")),
        Days.of(Instant.parse("2026-11-19T16:00:00Z")));
    assertEquals(
        "2026-11-20", Days.date(Days.of(Instant.parse("2026-11-19T16:00:00Z"))).toString());
    Instant time = Instant.parse("2026-11-20T02:03:04Z");
    assertEquals(time, Days.instant(Days.seconds(time)));
  }

  private void enter(String applicant, int day) {
    see(Filed.number(number++).by(applicant).on(Filed.day(day)));
  }

  private void see(Filed filed) {
    ledger.enter(filed.filing());
  }
}
