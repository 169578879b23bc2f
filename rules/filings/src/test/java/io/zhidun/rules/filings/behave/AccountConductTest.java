package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountConductTest {

  private static final Instant MORNING = Filed.day(60);

  private final BehaviourDetectors detectors = new BehaviourDetectors();
  private final List<Signal> signals = new ArrayList<>();
  private int number;

  @Test
  void aDozenAccountsFromOneDeviceInADayOfWhichHalfFile() {
    for (int i = 0; i < 12; i++) {
      act(Acted.of(ActionKind.REGISTER, "u" + i, at(i * 600)).device("dev-1"));
    }
    for (int i = 0; i < 6; i++) {
      see(filed("公司" + i, at(8000 + i * 60)).account("u" + i).filing());
    }
    Signal last = last("account-farm");
    assertEquals("account-farm|account:u0|device/2026-03-02", last.id());
    assertEquals(12, last.numbers().get("accounts"));
    assertTrue((int) number(last, "filedWithin24h") >= 5);
    assertTrue(last.score() > 0.6, "score " + last.score());
  }

  @Test
  void fourAccountsFromOneDeviceAreAFamily() {
    for (int i = 0; i < 4; i++) {
      act(Acted.of(ActionKind.REGISTER, "u" + i, at(i)).device("dev-1"));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void accountsRegisteredOverWeeksAreNoFarm() {
    for (int i = 0; i < 12; i++) {
      act(Acted.of(ActionKind.REGISTER, "u" + i, Filed.day(i * 2)).device("dev-1").phone("1"));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void anAgencyRegistersItsClients() {
    for (int i = 0; i < 12; i++) {
      act(Acted.of(ActionKind.REGISTER, "u" + i, at(i)).device("dev-1").agency("33200"));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void anOldAccountOnANewDeviceWithANewCertificateFilesForOthers() {
    act(Acted.of(ActionKind.SIGN_IN, "old", Filed.day(0)).device("home"));
    see(filed("老客户", Filed.day(1)).account("old").device("home").filing());
    act(Acted.of(ActionKind.SIGN_IN, "old", at(0)).device("strange").from("203.0.113.9"));
    act(Acted.of(ActionKind.CHANGE_CERTIFICATE, "old", at(600)).device("strange"));
    for (int i = 0; i < 3; i++) {
      see(filed("陌生" + i, at(3600 + i)).account("old").device("strange").filing());
    }
    Signal last = last("account-takeover");
    assertEquals("account-takeover|account:old|2026-03-02", last.id());
    assertEquals(3, last.numbers().get("applicants"));
    assertEquals("change-certificate", last.numbers().get("change"));
    assertTrue(last.score() > 0.7, "score " + last.score());
  }

  @Test
  void aNewDeviceAloneIsNoTakeover() {
    act(Acted.of(ActionKind.SIGN_IN, "old", Filed.day(0)).device("home"));
    see(filed("老客户", Filed.day(1)).account("old").device("home").filing());
    act(Acted.of(ActionKind.SIGN_IN, "old", at(0)).device("new"));
    see(filed("新客户", at(100)).account("old").device("new").filing());
    assertEquals(List.of(), signals);
  }

  @Test
  void aNewDeviceAndCertificateForTheOwnApplicantIsNoTakeover() {
    act(Acted.of(ActionKind.SIGN_IN, "old", Filed.day(0)).device("home"));
    see(filed("老客户", Filed.day(1)).account("old").device("home").filing());
    act(Acted.of(ActionKind.SIGN_IN, "old", at(0)).device("new"));
    act(Acted.of(ActionKind.CHANGE_CERTIFICATE, "old", at(60)).device("new"));
    see(filed("老客户", at(100)).account("old").device("new").filing());
    assertEquals(List.of(), signals);
  }

  @Test
  void formsFilledInSecondsAtRegularIntervalsAreARobots() {
    for (int i = 0; i < 30; i++) {
      act(
          Acted.of(ActionKind.SUBMIT, "bot", at(i * 30))
              .device("dev-1")
              .from("198.51.100.1")
              .filing(i)
              .seconds(3));
    }
    Signal last = last("robot-filing");
    assertEquals("robot-filing|account:bot|2026-03-02", last.id());
    assertEquals(0.0, last.numbers().get("intervalVariation"));
    assertEquals(3.0, last.numbers().get("medianFormSeconds"));
    assertEquals(List.of("dev-1"), last.evidence().get(0).values().get("devices"));
    assertTrue(last.score() > 0.7, "score " + last.score());
  }

  @Test
  void theSameAttachmentForManyApplicantsIsARobots() {
    for (int i = 0; i < 20; i++) {
      see(filed("公司" + i, at(i * i * 40)).account("bot").uploads("file-1").filing());
    }
    assertEquals(List.of("robot-filing"), codes());
  }

  @Test
  void aFormThatHundredsAttachIsAStandardForm() {
    for (int i = 0; i < 200; i++) {
      see(filed("各家" + i, at(i * i / 4)).account("u" + i).uploads("standard").filing());
    }
    signals.clear();
    for (int i = 0; i < 20; i++) {
      see(filed("公司" + i, at(20_000 + i * i * 40)).account("me").uploads("standard").filing());
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void officialBatchClientsAndPeopleAreNoRobots() {
    for (int i = 0; i < 30; i++) {
      act(
          Acted.of(ActionKind.SUBMIT, "firm", at(i * 30))
              .client("batch-client/2.1")
              .filing(i)
              .seconds(1));
      act(
          Acted.of(ActionKind.SUBMIT, "person", at(i * 300 + i * i * 7 % 200))
              .filing(100 + i)
              .seconds(240));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void theSameRecordsGiveTheSameSignals() {
    aDozenAccountsFromOneDeviceInADayOfWhichHalfFile();
    List<Signal> once = List.copyOf(signals);
    AccountConductTest again = new AccountConductTest();
    again.aDozenAccountsFromOneDeviceInADayOfWhichHalfFile();
    assertEquals(once, again.signals);
  }

  private static Instant at(int seconds) {
    return MORNING.plusSeconds(seconds);
  }

  private Filed filed(String applicant, Instant time) {
    return Filed.number(number++).by(applicant).on(time);
  }

  private void act(Acted acted) {
    see(acted.action());
  }

  private void see(FilingRecord record) {
    detectors.see(record, signals::add);
  }

  private List<String> codes() {
    return signals.stream().map(Signal::code).distinct().toList();
  }

  private Signal last(String code) {
    return signals.stream().filter(s -> s.code().equals(code)).reduce((a, b) -> b).orElseThrow();
  }

  private static Object number(Signal signal, String name) {
    return java.util.Objects.requireNonNull(signal.numbers().get(name));
  }
}
