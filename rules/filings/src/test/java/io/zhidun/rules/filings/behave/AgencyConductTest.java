package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgencyConductTest {

  private final Ledger ledger = new Ledger();
  private final List<Signal> signals = new ArrayList<>();
  private int number;

  @Test
  void anAgentWithAHundredPatentsOnOneDay() {
    Detector overload = new AgencyOverload(ledger);
    for (int i = 0; i < 100; i++) {
      overload.see(filed("客户" + i, 60).through("33200", "3320012345").filing(), signals::add);
    }
    Signal last = signals.get(signals.size() - 1);
    assertEquals("agency-overload|agent:3320012345|2026-03-02", last.id());
    assertTrue((int) number(last, "filingsPerAgent") >= 80);
    assertTrue(last.score() > 0.6, "score " + last.score());
  }

  @Test
  void manyADayThroughAYearIsSaidOfAgentAndAgency() {
    Detector overload = new AgencyOverload(ledger);
    for (int i = 0; i < 4000; i++) {
      overload.see(filed("客户" + i, i / 20).through("33200", "3320012345").filing(), signals::add);
    }
    assertEquals(
        List.of("agency-overload|agent:3320012345|365d", "agency-overload|agency:33200|365d"),
        signals.stream().map(Signal::id).distinct().toList());
  }

  @Test
  void anAgencyWithManyAgentsIsNotOverloaded() {
    Detector overload = new AgencyOverload(ledger);
    for (int i = 0; i < 4000; i++) {
      overload.see(
          filed("客户" + i, i / 200).through("33200", "33200" + i % 40).filing(), signals::add);
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void oneDeviceSignsForAgentsOfSeveralAgencies() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 40; i++) {
      sign(signing, i, "a" + i % 8, "3320" + i % 4, "dev-1", null);
    }
    Signal last = signals.get(signals.size() - 1);
    assertEquals(8, last.numbers().get("agents"));
    assertEquals(4, last.numbers().get("agencies"));
    assertTrue(last.score() > 0.6, "score " + last.score());
    assertTrue(last.id().startsWith("shared-signing-device|agency:3320"));
  }

  @Test
  void aTerminalInOneOfficeIsUsual() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 40; i++) {
      sign(signing, i, "a" + i % 4, "33200", "dev-1", null);
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void aCertificateIsNoTwoAgencies() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 4; i++) {
      sign(signing, i, "a" + i % 2, "3320" + i % 2, "dev-" + i, "cert-1");
    }
    assertEquals("certificate", signals.get(0).numbers().get("by"));
  }

  @Test
  void oneOfficesCertificateIsLessThanAMediumSignal() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 90; i++) {
      sign(signing, i, "a" + i % 9, "33200", "dev-" + i, "cert-1");
    }
    assertTrue(signals.stream().allMatch(signal -> signal.score() < 0.5));
  }

  @Test
  void anAgentsOwnDeviceAndCertificateAreUsual() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 400; i++) {
      sign(signing, i, "a" + i % 8, "33200", "dev-" + i % 8, "cert-" + i % 8);
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void anOfficialBatchClientSignsForAllAgentsOfItsAgency() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 40; i++) {
      signing.see(
          Acted.of(ActionKind.SIGN, "u", Filed.day(0).plusSeconds(i))
              .client("batch-33200")
              .agent("a" + i % 9, "33200")
              .device("server")
              .certificate("office")
              .action(),
          signals::add);
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void agentsOfMoreThanThirtyDaysAgoDoNotCount() {
    Detector signing = new SharedSigningDevice(ledger);
    for (int i = 0; i < 40; i++) {
      sign(signing, i * 31 * 1440, "a" + i % 8, "3320" + i % 4, "dev-1", null);
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void theLicenceCountsAtTheTimeOfTheFiling() {
    Detector licence = new UnlicensedAgency(ledger);
    licence.see(Filed.agency("33200", Filed.day(0), "2010-01-01", "2026-03-01"), signals::add);
    licence.see(filed("甲", 58).through("33200").filing(), signals::add);
    assertEquals(List.of(), signals);
    licence.see(filed("乙", 59).through("33200").filing(), signals::add);
    assertEquals("unlicensed-agency|agency:33200|licence", signals.get(0).id());
    assertEquals(0.7, signals.get(0).score());
    licence.see(Filed.agency("33200", Filed.day(60), "2026-03-02", null), signals::add);
    licence.see(filed("丙", 61).through("33200").filing(), signals::add);
    assertEquals(1, signals.size());
  }

  @Test
  void unknownAgenciesAndMarksNeedNoLicence() {
    Detector licence = new UnlicensedAgency(ledger);
    licence.see(Filed.agency("33200", Filed.day(0), null, "2020-01-01"), signals::add);
    licence.see(filed("甲", 1).through("99999").filing(), signals::add);
    licence.see(filed("甲", 1).through("33200").kind(FilingKind.TRADEMARK).filing(), signals::add);
    assertEquals(List.of(), signals);
  }

  private void sign(
      Detector signing,
      int minute,
      String agent,
      String agency,
      String device,
      @org.jspecify.annotations.Nullable String certificate) {
    Acted acted =
        Acted.of(ActionKind.SIGN, "u", Filed.day(0).plusSeconds(minute * 60L))
            .agent(agent, agency)
            .device(device)
            .filing(minute);
    signing.see(
        (certificate == null ? acted : acted.certificate(certificate)).action(), signals::add);
  }

  private Filed filed(String applicant, int day) {
    return Filed.number(number++).by(applicant).on(Filed.day(day));
  }

  private static Object number(Signal signal, String name) {
    return java.util.Objects.requireNonNull(signal.numbers().get(name));
  }
}
