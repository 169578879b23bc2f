package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Person;
import io.zhidun.rules.filings.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickTransferTest {

  private final QuickTransfer transfers = new QuickTransfer(new Ledger());
  private final List<Signal> signals = new ArrayList<>();
  private int number;

  @Test
  void manyQuickTransfersToManyBuyers() {
    for (int i = 0; i < 12; i++) {
      move(file("贩子", 0), ChangeKind.APPLICANT_CHANGE, 30 + i, "买家" + i);
    }
    Signal last = signals.get(signals.size() - 1);
    assertEquals("quick-transfer|applicant:code-贩子|365d", last.id());
    assertEquals(12, last.numbers().get("transfers"));
    assertEquals(12, last.numbers().get("parties"));
    assertEquals(36, last.numbers().get("medianDays"));
    assertTrue(last.score() > 0.7, "score " + last.score());
    assertEquals(12, last.filings().size());
  }

  @Test
  void twoTransfersAreBusiness() {
    move(file("某家", 0), ChangeKind.APPLICANT_CHANGE, 30, "买家");
    move(file("某家", 0), ChangeKind.APPLICANT_CHANGE, 40, "买家");
    assertEquals(List.of(), signals);
  }

  @Test
  void slowTransfersAreBusiness() {
    for (int i = 0; i < 12; i++) {
      move(file("某家", 0), ChangeKind.APPLICANT_CHANGE, 181 + i, "买家" + i);
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void soldRightAfterTheGrant() {
    for (int i = 0; i < 4; i++) {
      Filing filing = file("贩子", 0);
      transfers.see(change(filing, ChangeKind.GRANT, 400, List.of(), List.of()), signals::add);
      move(filing, ChangeKind.ASSIGNMENT, 420 + i, "买家" + i);
    }
    assertEquals(4, signals.get(signals.size() - 1).numbers().get("transfers"));
  }

  @Test
  void oneTransferWithAllInventorsReplaced() {
    Filing filing = file("学生公司", 0);
    move(filing, ChangeKind.APPLICANT_CHANGE, 20, "大公司");
    assertEquals(List.of(), signals);
    Person other = new Person("新人", Filed.hashed("新人"), "CN");
    transfers.see(
        new FilingChange(
            filing.applicationNumber(),
            ChangeKind.INVENTOR_CHANGE,
            Filed.day(21),
            List.of(),
            List.of(),
            List.of(other),
            null,
            null),
        signals::add);
    assertEquals(1, signals.size());
    assertEquals(1, signals.get(0).numbers().get("inventorsReplaced"));
  }

  @Test
  void oneWhoCollectsFromManyIsShownToo() {
    for (int i = 0; i < 6; i++) {
      move(file("小公司" + i, 0), ChangeKind.APPLICANT_CHANGE, 30 + i, "收购者");
    }
    Signal last = signals.get(signals.size() - 1);
    assertEquals("quick-transfer|applicant:code-收购者|365d/taken", last.id());
    assertEquals("assignee", last.numbers().get("role"));
  }

  @Test
  void relatedPartiesUniversitiesPledgesAndMarksAreUsual() {
    transfers.see(Filed.company("母公司", Filed.day(0), 9, null, "子公司"), signals::add);
    for (int i = 0; i < 8; i++) {
      move(file("母公司", 0), ChangeKind.APPLICANT_CHANGE, 30 + i, "子公司");
      Filing university = see(filed("大学", 0).by("大学", PartyKind.UNIVERSITY));
      move(university, ChangeKind.APPLICANT_CHANGE, 30 + i, "企业" + i);
      Filing pledged = file("质押人", 0);
      transfers.see(change(pledged, ChangeKind.PLEDGE, 10, List.of(), List.of()), signals::add);
      move(pledged, ChangeKind.APPLICANT_CHANGE, 30 + i, "银行" + i);
      Filing mark = see(filed("商人", 0).kind(FilingKind.TRADEMARK));
      move(mark, ChangeKind.ASSIGNMENT, 30 + i, "买家" + i);
    }
    assertEquals(List.of(), signals);
  }

  private Filing file(String applicant, int day) {
    return see(filed(applicant, day));
  }

  private Filed filed(String applicant, int day) {
    return Filed.number(number++).by(applicant).on(Filed.day(day)).inventor("老人");
  }

  private Filing see(Filed filed) {
    Filing filing = filed.filing();
    transfers.see(filing, signals::add);
    return filing;
  }

  private void move(Filing filing, ChangeKind kind, int day, String to) {
    Party from = filing.applicants().get(0);
    transfers.see(change(filing, kind, day, List.of(from), List.of(Filed.party(to))), signals::add);
  }

  private static FilingChange change(
      Filing filing, ChangeKind kind, int day, List<Party> from, List<Party> to) {
    return new FilingChange(
        filing.applicationNumber(), kind, Filed.day(day), from, to, List.of(), null, null);
  }
}
