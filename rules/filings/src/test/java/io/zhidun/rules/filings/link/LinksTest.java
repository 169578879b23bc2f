package io.zhidun.rules.filings.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LinksTest {

  private static final String[] PROVINCES = {"浙江省", "广东省", "江苏省", "河南省"};

  private final List<Signal> signals = new ArrayList<>();
  private final Links links = new Links();
  private int number;

  @Test
  void fiftyCompaniesWithThreePhonesAndTwoPayersAreOneGroup() {
    Set<String> scheme = new TreeSet<>();
    for (int i = 0; i < 50; i++) {
      bystander(i);
      scheme.add("code-公司" + i);
      see(
          filed("公司" + i, i)
              .from(PROVINCES[i % 4], "某路" + i + "号", "101")
              .phone("1380000000" + i % 3)
              .payer("账户" + i % 2));
    }
    Group group = links.groupOf("code-公司0").orElseThrow();
    assertEquals(scheme, keys(group));
    Signal last = signals.get(signals.size() - 1);
    assertEquals(1, ids().size());
    assertEquals(50, last.numbers().get("members"));
    assertEquals(50, last.numbers().get("filings"));
    assertEquals(4, last.numbers().get("provinces"));
    assertEquals(3, last.numbers().get("phone.keys"));
    assertEquals(2, last.numbers().get("payer.keys"));
    assertTrue(last.score() > 0.7, "score " + last.score());
    assertEquals(last.filingCount(), last.filings().size());
    assertEquals("group-members", last.evidence().get(0).type());
    assertEquals("link", last.evidence().get(1).type());
  }

  @Test
  void blocksOfCompaniesThatMeetInOnePayerAreOneGroupWhereThePayerIsNearlyAllTheirs() {
    for (int i = 0; i < 50; i++) {
      see(filed("公司" + i, i).phone("1380000000" + i * 3 / 50).payer("账户" + i * 2 / 50));
    }
    assertEquals(50, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  @Test
  void marksCountLikePatents() {
    for (int i = 0; i < 6; i++) {
      see(filed("公司" + i, i).kind(FilingKind.TRADEMARK).phone("13800000000").payer("账户"));
    }
    assertEquals(1, ids().size());
  }

  @Test
  void everyMemberHasAPathOfEvidenceWithTwoKinds() {
    for (int i = 0; i < 8; i++) {
      see(filed("公司" + i, i).phone("13800000000").payer("账户一二三四五六"));
    }
    Group group = links.groupOf("code-公司3").orElseThrow();
    List<Link> paths = links.links(group);
    assertEquals(7, paths.size());
    Link path = paths.get(0);
    assertEquals("code-公司0", path.a().key());
    assertEquals("code-公司1", path.b().key());
    assertEquals(
        List.of(
            new Link.Shared("phone", "138****0000", 0.5, 8),
            new Link.Shared("payer", "账户一*三四五六", 0.5, 8)),
        path.by());
    assertEquals(1.0, path.weight());
  }

  @Test
  void tenantsOfAnIncubatorStayApart() {
    for (int i = 0; i < 400; i++) {
      see(
          filed("租户" + i, i / 8)
              .from("浙江省", "孵化园1号", "A101")
              .source("203.0.113." + i % 250)
              .phone("139" + i)
              .payer("账户" + i));
    }
    for (int i = 0; i < 400; i++) {
      assertTrue(links.groupOf("code-租户" + i).isEmpty());
    }
    assertEquals(List.of(), signals);
  }

  @Test
  void aRoomAndThePhoneOfItsDeskLinkNobody() {
    for (int i = 0; i < 40; i++) {
      see(filed("租户" + i, i).from("浙江省", "孵化园1号", "A101").contact("前台").phone("0571-8888"));
    }
    assertTrue(links.groupOf("code-租户5").isEmpty());
    assertEquals(List.of(), signals);
  }

  @Test
  void aRoomAPhoneAndAPayerLink() {
    for (int i = 0; i < 6; i++) {
      see(filed("公司" + i, i).from("浙江省", "某路1号", "101").phone("0571-8888").payer("账户"));
    }
    assertEquals(6, links.groupOf("code-公司0").orElseThrow().members().size());
    assertEquals(1.4, links.links(links.groupOf("code-公司0").orElseThrow()).get(0).weight());
  }

  @Test
  void clientsWhoAlsoFileThemselvesAndThroughOthersStayApart() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 40; i++) {
        int day = 10 * round + i / 4;
        see(filed("客户" + i, day).through("33200", "a" + i % 3).phone("0571-1").payer("代理账户"));
        see(filed("客户" + i, day).phone("138" + i).payer("自付" + i));
        see(filed("客户" + i, day).through("1100" + i % 9).phone("138" + i).payer("他付" + i % 9));
      }
    }
    assertTrue(links.groupOf("code-客户5").isEmpty());
    assertEquals(List.of(), signals);
  }

  @Test
  void theCapIsLearnedFromTheDegreesSeen() {
    LearnedCaps caps = new LearnedCaps();
    assertEquals(120, caps.of(KeyType.PHONE));
    for (int i = 0; i < 2000; i++) {
      caps.moved(KeyType.PHONE, 1, 2);
    }
    caps.learn();
    assertEquals(60, caps.of(KeyType.PHONE), "four times 2, but never under the least");
    for (int i = 0; i < 100; i++) {
      caps.moved(KeyType.PHONE, 2, 20);
    }
    caps.learn();
    assertEquals(80, caps.of(KeyType.PHONE));
  }

  @Test
  void clientsOfAnAgencyThatGivesItsOwnPhoneAndPaysForThemStayApart() {
    for (int i = 0; i < 60; i++) {
      see(
          filed("客户" + i, i)
              .through("33200", "3320012345.6")
              .phone("0571-1111")
              .payer("代理账户" + i % 3)
              .device("代理设备")
              .account("代理账号"));
    }
    assertTrue(links.groupOf("code-客户5").isEmpty());
    assertEquals(List.of(), signals);
  }

  @Test
  void aSchemeAmongManyOtherClientsOfItsAgencyIsFound() {
    for (int i = 0; i < 200; i++) {
      see(filed("客户" + i, 0).through("33200").phone("137" + i).payer("账户" + i));
    }
    for (int i = 0; i < 10; i++) {
      see(filed("公司" + i, i).through("33200").phone("13800000000").payer("账户"));
    }
    assertEquals(10, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  @Test
  void aSharedNatAndOneMoreKeyLinkNobody() {
    for (int i = 0; i < 30; i++) {
      see(filed("公司" + i, i).source("198.51.100.7").phone("1380000000" + i % 2));
    }
    assertTrue(links.groupOf("code-公司0").isEmpty());
  }

  @Test
  void groupsAreNotChainedOverOnePaymentService() {
    for (int i = 0; i < 9; i++) {
      see(filed("甲" + i, i).phone("1380000000" + i / 3).payer("支付平台"));
    }
    for (int i = 0; i < 30; i++) {
      see(filed("别人" + i, i).phone("139" + i).payer("支付平台"));
    }
    assertEquals(3, links.groupOf("code-甲0").orElseThrow().members().size());
    assertFalse(keys(links.groupOf("code-甲0").orElseThrow()).contains("code-甲4"));
    assertTrue(links.groupOf("code-别人3").isEmpty());
  }

  @Test
  void aNumberThatIsNoneDoesNotJoinTwoSchemes() {
    for (int i = 0; i < 20; i++) {
      see(
          filed("公司" + i, i)
              .contact("王先生")
              .phone("10000000000")
              .device("dev-" + i % 2)
              .payer("账户" + i % 2));
    }
    assertEquals(10, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  @Test
  void whomOneAccountFilesAndPaysForIsLinkedOnlyByMoreThanThat() {
    for (int i = 0; i < 10; i++) {
      see(filed("委托人" + i, i).account("u1").device("dev-1").payer("账户").phone("138" + i));
      see(filed("公司" + i, i).account("u2").device("dev-2").payer("账户二").phone("13900000000"));
    }
    assertTrue(links.groupOf("code-委托人0").isEmpty());
    assertEquals(10, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  @Test
  void anAddressThatIsNoneDoesNotJoinTwoSchemes() {
    for (int i = 0; i < 40; i++) {
      see(filed("公司" + i, i / 2).email("none@invalid.example").device("dev-" + i % 2));
    }
    assertEquals(20, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  @Test
  void keysOfOneKindAreNotIndependent() {
    for (int i = 0; i < 10; i++) {
      see(filed("公司" + i, i).contact("王五").phone("13800000000").email("a@example.org"));
    }
    assertTrue(links.groupOf("code-公司0").isEmpty());
  }

  @Test
  void membersLeaveWhenAKeyTurnsOutToBeAHub() {
    for (int i = 0; i < 6; i++) {
      see(filed("公司" + i, i).phone("13800000000").payer("平台"));
    }
    assertTrue(signals.get(signals.size() - 1).score() > 0);
    String id = links.groupOf("code-公司0").orElseThrow().id();
    for (int i = 0; i < 150; i++) {
      see(filed("别人" + i, 7).payer("平台"));
    }
    assertTrue(links.groupOf("code-公司0").isEmpty());
    Signal last = signals.get(signals.size() - 1);
    assertEquals(0, last.score());
    assertEquals(id, last.subject().key());
    assertEquals(1, ids().size(), "the same signal is taken back");
  }

  @Test
  void theIdStaysWhileTheGroupGrows() {
    see(filed("公司0", 0).phone("13800000000").payer("账户"));
    see(filed("公司1", 1).phone("13800000000").payer("账户"));
    String id = links.groupOf("code-公司1").orElseThrow().id();
    for (int i = 2; i < 30; i++) {
      see(filed("公司" + i, i).phone("13800000000").payer("账户"));
    }
    assertEquals(id, links.groupOf("code-公司29").orElseThrow().id());
  }

  @Test
  void companiesThatARegisterRelatesAreADeclaredGroupAndNoIndication() {
    for (int i = 0; i < 8; i++) {
      links.see(Filed.company("子公司" + i, Filed.day(0), 20, null, "集团"), signals::add);
    }
    for (int i = 0; i < 8; i++) {
      see(filed("子公司" + i, i).phone("13800000000").payer("集团账户"));
    }
    Group group = links.groupOf("code-子公司0").orElseThrow();
    assertEquals(8, group.members().size());
    assertTrue(group.declared());
    assertEquals(List.of(), signals);
  }

  @Test
  void universitiesAreInNoGroup() {
    for (int i = 0; i < 8; i++) {
      see(filed("大学" + i, i).by("大学" + i, PartyKind.UNIVERSITY).phone("0571-1").payer("财务"));
    }
    assertTrue(links.groupOf("code-大学0").isEmpty());
  }

  @Test
  void evidenceCountsForTwoYears() {
    see(filed("公司0", 0).phone("13800000000").payer("账户"));
    see(filed("公司1", 800).phone("13800000000").payer("账户"));
    assertTrue(links.groupOf("code-公司1").isEmpty());
  }

  @Test
  void aLegalRepresentativeAndAPhoneLink() {
    for (int i = 0; i < 5; i++) {
      links.see(represented("公司" + i, "张三"), signals::add);
      see(filed("公司" + i, i).phone("13800000000"));
    }
    assertEquals(5, links.groupOf("code-公司0").orElseThrow().members().size());
    assertEquals(1, ids().size());
  }

  @Test
  void aGroupHasAtMostTwoHundredMembers() {
    for (int i = 0; i < 300; i++) {
      see(filed("公司" + i, i / 10).phone("1380000000" + i % 7).payer("账户" + i % 6));
    }
    assertEquals(200, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  @Test
  void fiftyThousandTenantsOfOneAddressAndOnePhoneAreCheap() {
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 50_000; i++) {
            see(filed("租户" + i, i / 500).from("浙江省", "大厦1号", "101").phone("0571-1"));
          }
        });
  }

  @Test
  void theSameRecordsGiveTheSameSignals() {
    List<Signal> once = randomRun();
    assertFalse(once.isEmpty());
    assertEquals(once, randomRun());
  }

  @Test
  void aFilingSentTwiceCountsOnce() {
    FilingRecord first = filed("公司0", 0).phone("1").payer("2").filing();
    links.see(first, signals::add);
    links.see(first, signals::add);
    see(filed("公司1", 1).phone("1").payer("2"));
    assertEquals(2, links.groupOf("code-公司0").orElseThrow().members().size());
  }

  private static List<Signal> randomRun() {
    Links links = new Links();
    List<Signal> signals = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      links.see(
          Filed.number(i)
              .by("公司" + random.nextInt(150))
              .on(Filed.day(i / 20))
              .phone("138" + random.nextInt(30))
              .payer("账户" + random.nextInt(40))
              .filing(),
          signals::add);
    }
    return signals;
  }

  private EntityRecord represented(String name, String person) {
    EntityRecord company = Filed.company(name, Filed.day(0), -1, null);
    return new EntityRecord(
        company.kind(),
        company.code(),
        company.name(),
        company.time(),
        new io.zhidun.rules.filings.record.Organisation(
            PartyKind.COMPANY,
            -1,
            -1,
            null,
            null,
            new io.zhidun.rules.filings.record.Person(person, Filed.hashed(person), "CN"),
            List.of()),
        null,
        null);
  }

  private void bystander(int i) {
    see(filed("旁人" + i, i).phone("136" + i).payer("私账" + i).from("浙江省", "街" + i, "1"));
  }

  private Filed filed(String applicant, int day) {
    return Filed.number(number++).by(applicant).on(Filed.day(day));
  }

  private void see(Filed filed) {
    links.see(filed.filing(), signals::add);
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>();
    signals.forEach(signal -> ids.add(signal.id()));
    return ids;
  }

  private static Set<String> keys(Group group) {
    Set<String> keys = new TreeSet<>();
    group.members().forEach(member -> keys.add(member.key()));
    return keys;
  }
}
