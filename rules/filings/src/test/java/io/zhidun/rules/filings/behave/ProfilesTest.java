package io.zhidun.rules.filings.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.link.Links;
import io.zhidun.rules.filings.link.Phones;
import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inventors, contacts and drawings. */
class ProfilesTest {

  private static final String[] FIELDS = {
    "A01B1/00", "B60K1/00", "C07D1/00", "D06M1/00", "E04B1/00", "F16H1/00", "G06F1/00", "H04L1/00"
  };

  private final Ledger ledger = new Ledger();
  private final Links links = new Links(ledger);
  private final Detector inventor = new ImplausibleInventor(ledger, links);
  private final Detector contact = new InvalidContact(ledger, links);
  private final Detector drawing = new IdenticalDrawing(ledger);
  private final List<Signal> signals = new ArrayList<>();
  private int number;

  @Test
  void onePersonInventsInEightFieldsForFiveStrangers() {
    for (int i = 0; i < 16; i++) {
      see(inventor, filed("公司" + i % 5, i).inventor("多才").ipc(FIELDS[i % 8]));
    }
    Signal last = signals.get(signals.size() - 1);
    assertEquals(5, last.numbers().get("unrelatedApplicants"));
    assertEquals(8, last.numbers().get("sections"));
    assertEquals(5, signals.stream().map(s -> s.subject().key()).distinct().count());
    assertTrue(last.score() > 0.45, "score " + last.score());
  }

  @Test
  void aNameAloneIsNeverEnough() {
    for (int i = 0; i < 40; i++) {
      see(inventor, filed("公司" + i % 9, i).inventorByName("王伟").ipc(FIELDS[i % 8]));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void aProlificHeadOfOneCompanyIsNoIndication() {
    for (int i = 0; i < 200; i++) {
      see(inventor, filed("大公司", i / 4).inventor("所长").ipc(FIELDS[i % 8]));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void applicantsThatBelongTogetherOrAreUniversitiesAreNotUnrelated() {
    for (int i = 0; i < 5; i++) {
      inventor.see(Filed.company("子公司" + i, Filed.day(0), 9, null, "集团"), signals::add);
    }
    for (int i = 0; i < 40; i++) {
      see(inventor, filed("子公司" + i % 5, i).inventor("总工").ipc(FIELDS[i % 8]));
      see(
          inventor,
          filed("大学" + i % 5, i)
              .by("大学" + i % 5, PartyKind.UNIVERSITY)
              .inventor("教授")
              .ipc(FIELDS[i % 8]));
      see(
          inventor,
          filed("一伙" + i % 5, i)
              .phone("13800000000")
              .payer("账户")
              .inventor("枪手")
              .ipc(FIELDS[i % 8]));
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void lettersThatComeBack() {
    Filing a = see(contact, filed("空址", 0).through("33200"));
    Filing b = see(contact, filed("空址", 1).through("33200"));
    bounce(a, 20);
    assertEquals(List.of(), signals);
    bounce(b, 21);
    assertEquals("invalid-contact|applicant:code-空址|90d", signals.get(0).id());
    assertEquals(2, signals.get(0).numbers().get("returned"));
    assertEquals(2, signals.get(0).filings().size());
  }

  @Test
  void twoLettersInAYearAreMovingHouse() {
    Filing a = see(contact, filed("搬家", 0));
    Filing b = see(contact, filed("搬家", 1));
    bounce(a, 20);
    bounce(b, 200);
    assertEquals(List.of(), signals);
  }

  @Test
  void aPhoneOfManyUnrelatedApplicantsWithoutAnAgency() {
    for (int i = 0; i < 30; i++) {
      see(contact, filed("公司" + i, i).phone("13800000000"));
    }
    assertEquals(20, signals.size(), "from the eleventh on");
    assertEquals(true, signals.get(0).numbers().get("phoneOfOthers"));
    signals.clear();
    for (int i = 0; i < 30; i++) {
      see(contact, filed("客户" + i, 40).through("33200").phone("13900000000"));
    }
    assertEquals(List.of(), signals, "an agency's phone");
  }

  @Test
  void lettersOfAGroupAreCountedTogether() {
    List<Filing> filings = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      filings.add(see(contact, filed("一伙" + i, i).phone("13800000000").device("dev-1")));
    }
    for (int i = 0; i < 4; i++) {
      bounce(filings.get(i), 20 + i);
    }
    Signal last = signals.get(signals.size() - 1);
    assertTrue(last.id().startsWith("invalid-contact|group:"), last.id());
    assertEquals(4, last.numbers().get("returned"));
  }

  @Test
  void aPhoneThatIsNoneIsSeenByItsMaskedForm() {
    assertTrue(Phones.isFaulty(phone("100****0000")));
    assertTrue(Phones.isFaulty(phone("138*0005")));
    assertTrue(Phones.isFaulty(phone("000****0000")));
    assertTrue(!Phones.isFaulty(phone("138****0001")));
    assertTrue(!Phones.isFaulty(phone("057****1234")));
    assertTrue(!Phones.isFaulty(phone("****")));
  }

  private static Contact phone(String masked) {
    return new Contact(null, new Hashed("h", masked), null);
  }

  @Test
  void anAddressThatIsNone() {
    see(contact, filed("某家", 0).at(Address.of("0")));
    assertEquals(true, signals.get(0).numbers().get("addressFaulty"));
    see(contact, filed("别家", 0).from("浙江省", "某路1号", null));
    assertEquals(1, signals.size());
  }

  @Test
  void theSameDrawingOfAnotherApplicant() {
    see(drawing, filed("甲", 0).drawings("d1", "d2"));
    see(drawing, filed("甲", 1).drawings("d1", "d2"));
    assertEquals(List.of(), signals, "one's own");
    see(drawing, filed("乙", 2).drawings("d1", "d3"));
    assertEquals("identical-drawing|applicant:code-乙|2026100000002", signals.get(0).id());
    assertEquals(List.of("2026100000000", "2026100000002"), signals.get(0).filings());
    assertEquals("甲", signals.get(0).evidence().get(0).values().get("otherApplicant"));
  }

  @Test
  void aDrawingWithinAFamilyOrAmongRelatedPartiesIsUsual() {
    see(drawing, filed("甲", 0).drawings("d1"));
    see(
        drawing,
        filed("乙", 2)
            .drawings("d1")
            .family(new Family(List.of("2026100000000"), null, null, null)));
    drawing.see(Filed.company("甲子", Filed.day(3), 9, null, "甲"), signals::add);
    see(drawing, filed("甲子", 4).drawings("d1"));
    assertEquals(List.of(), signals);
  }

  @Test
  void aStandardDrawingFallsByItsDegree() {
    for (int i = 0; i < 200; i++) {
      see(drawing, filed("公司" + i, i / 10).drawings("flow-chart"));
    }
    List<Signal> said = signals.stream().filter(s -> s.score() > 0).toList();
    List<Signal> takenBack = signals.stream().filter(s -> s.score() == 0).toList();
    assertEquals(IdenticalDrawing.STANDARD, said.size());
    assertEquals(
        said.stream().map(Signal::id).toList(), takenBack.stream().map(Signal::id).toList());
  }

  @Test
  void aFilingThatAlsoHasAnotherDrawingInCommonStaysWhenOneTurnsOutToBeStandard() {
    see(drawing, filed("甲", 0).drawings("flow-chart", "own"));
    see(drawing, filed("乙", 0).drawings("flow-chart", "own"));
    for (int i = 0; i < 50; i++) {
      see(drawing, filed("公司" + i, 1 + i / 10).drawings("flow-chart"));
    }
    assertTrue(signals.stream().noneMatch(s -> s.score() == 0 && s.subject().name().equals("乙")));
  }

  private void bounce(Filing filing, int day) {
    FilingRecord change =
        new FilingChange(
            filing.applicationNumber(),
            ChangeKind.DELIVERY_FAILED,
            Filed.day(day),
            List.of(),
            List.of(),
            List.of(),
            null,
            null);
    contact.see(change, signals::add);
  }

  private Filed filed(String applicant, int day) {
    return Filed.number(number++).by(applicant).on(Filed.day(day));
  }

  private Filing see(Detector detector, Filed filed) {
    Filing filing = filed.filing();
    links.see(filing, signal -> {});
    detector.see(filing, signals::add);
    return filing;
  }
}
