package io.zhidun.service.filingcase;

import static io.zhidun.service.filingcase.Filings.NOON;
import static io.zhidun.service.filingcase.Filings.action;
import static io.zhidun.service.filingcase.Filings.change;
import static io.zhidun.service.filingcase.Filings.patent;
import static io.zhidun.service.filingcase.Indications.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.zhidun.service.filingcase.MonthlyReport.ByKind;
import io.zhidun.service.filingcase.MonthlyReport.Report;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of what a reviewer looks at, and of what is counted, on every database. */
abstract class FilingReviewContract extends FilingCaseScene {
  @Test
  void listsTheFilingsWithTheirSignalsAndStatus() {
    keep(patent(FIRST, "AAA"), patent(SECOND, "BBB"));
    keep(change("notice", FIRST, NOON), change("withdrawal", FIRST, NOON.plusSeconds(60)));
    indicate(group("g1"));

    JsonNode filings = feature.detail.of(1).path("filings");
    assertThat(filings).hasSize(2);
    JsonNode first = filings.path(0);
    assertThat(first.path("applicationNumber").asString()).isEqualTo(FIRST);
    assertThat(first.path("applicant").asString()).isEqualTo("AAA科技有限公司");
    assertThat(first.path("status").asString()).isEqualTo("withdrawn");
    assertThat(first.path("signals").toString())
        .isEqualTo("[\"linked-applicants\",\"near-duplicate-text\"]");
    assertThat(filings.path(1).path("status").asString()).isEqualTo("filed");
  }

  @Test
  void aFilingThatComesAgainIsStoredOnceAndAChangedOneOverwrites() {
    assertThat(keep(patent(FIRST, "AAA"))).isEqualTo(new FilingStore.Stored(1, 0));
    assertThat(keep(patent(FIRST, "AAA"))).isEqualTo(new FilingStore.Stored(0, 1));
    ObjectNode changed = patent(FIRST, "AAA").put("inventionTitle", "另一名称");
    assertThat(keep(changed)).isEqualTo(new FilingStore.Stored(1, 0));
    assertThat(feature.view.of(FIRST, false).path("inventionTitle").asString()).isEqualTo("另一名称");
    ObjectNode did = action("sign-in", "a", "d", NOON);
    assertThat(keep(did, did)).isEqualTo(new FilingStore.Stored(1, 1));
  }

  @Test
  void showsPersonsOfAFilingOnlyWhereTheyAreRevealed() {
    ObjectNode filing = patent(FIRST, "AAA");
    ((ObjectNode) filing.at("/applicants/0")).put("kind", "person").put("name", "王小明");
    keep(filing);

    JsonNode masked = feature.view.of(FIRST, false);
    assertThat(masked.at("/applicants/0/name").asString()).isEqualTo("王**");
    assertThat(masked.at("/applicants/0/address/text").asString()).isEqualTo("浙江省杭州市***");
    assertThat(masked.at("/inventors/0/name").asString()).isEqualTo("赵**");
    assertThat(masked.at("/contact/phone").asString()).isEqualTo("138****0001");
    assertThat(masked.path("payer").asString()).isEqualTo("****6789");
    assertThat(masked.path("invoiceTitle").asString()).isEqualTo("孙**");
    JsonNode revealed = feature.view.of(FIRST, true);
    assertThat(revealed.at("/inventors/0/name").asString()).isEqualTo("赵一明");
    assertThat(revealed.toString()).as("hashes stay inside").doesNotContain("abab", "cdcd", "efef");
  }

  @Test
  void keepsWhoSawWhat() {
    feature.access.add("rita", 1L, FIRST, "filing");
    feature.access.add("rolf", null, SECOND, "filing");

    assertThat(feature.access.latest(null, Long.MAX_VALUE, 10))
        .extracting(AccessLog.Entry::by)
        .containsExactly("rolf", "rita");
    assertThat(feature.access.latest("rita", Long.MAX_VALUE, 10))
        .extracting(AccessLog.Entry::applicationNumber)
        .containsExactly(FIRST);
    assertThat(feature.access.count("rita")).isEqualTo(1);
  }

  @Test
  void comparesTwoFilingsPartByPart() {
    keep(patent(FIRST, "AAA"), patent(SECOND, "BBB").put("abstract", "别的摘要，与之毫无关系的另一段文字。"));

    FilingComparison.Compared compared = feature.comparison.of(FIRST, SECOND);
    assertThat(compared.parts())
        .extracting(FilingComparison.Part::part)
        .containsExactly("title", "abstract", "claims", "description");
    assertThat(compared.parts().get(1).similarity()).isZero();
    assertThat(compared.parts().get(3).similarity()).isEqualTo(1);
    assertThat(compared.parts().get(3).shared().get(0).a()).containsExactly(0, 31);
  }

  @Test
  void comparesNoMoreThanTwentyThousandCharactersOfAPart() {
    String most = "冷却液经由进水口流入泵体内腔。".repeat(2_000);
    keep(patent(FIRST, "AAA").put("description", most), patent(SECOND, "BBB"));

    FilingComparison.Part part = feature.comparison.of(FIRST, SECOND).parts().get(3);
    assertThat(part.a()).hasSize(20_000);
    assertThat(part.aRest()).isEqualTo(most.length() - 20_000);
    assertThat(part.bRest()).isZero();
  }

  @Test
  void theGraphShowsWhatApplicantsShare() {
    keep(
        patent(FIRST, "AAA").put("deviceFingerprint", "one-device"),
        patent(SECOND, "BBB").put("deviceFingerprint", "one-device"));
    indicate(group("g1"));

    LinkGraph graph = feature.graph.of(1);
    assertThat(graph.nodes())
        .extracting(LinkGraph.Node::type, LinkGraph.Node::label, LinkGraph.Node::filings)
        .contains(
            tuple("applicant", "AAA科技有限公司", 1),
            tuple("device", "one-device", 2),
            tuple("phone", "138****0001", 2),
            tuple("payer", "****6789", 2));
    assertThat(graph.nodes().stream().filter(one -> one.type().equals("phone")))
        .as("the link of the evidence and the filings' key are one node")
        .hasSize(1);
    assertThat(graph.nodes().stream().filter(one -> one.type().equals("device")))
        .as("evidence shows the beginning of a device")
        .hasSize(1);
    assertThat(graph.nodes()).anyMatch(one -> one.type().equals("representative") && one.masked());
    LinkGraph.Node device =
        graph.nodes().stream().filter(one -> one.type().equals("device")).findFirst().orElseThrow();
    assertThat(graph.edges().stream().filter(edge -> edge.to().equals(device.id())))
        .hasSize(2)
        .allMatch(edge -> !edge.hub() && edge.why().zh().contains("共 2 家"));
  }

  @Test
  void aKeyThatVeryManyShareIsAHub() {
    for (int i = 0; i < 51; i++) {
      keep(patent("20269%06d".formatted(i), "X" + i).put("ip", "198.51.100.1"));
    }
    keep(
        patent(FIRST, "AAA").put("ip", "198.51.100.1"),
        patent(SECOND, "BBB").put("ip", "198.51.100.1"));
    indicate(group("g1"));

    assertThat(feature.graph.of(1).edges())
        .filteredOn(edge -> edge.why().zh().contains("198.51.100.1"))
        .hasSize(2)
        .allMatch(LinkGraph.Edge::hub);
  }

  @Test
  void theTimelineShowsTheSignInFromOneDevice() {
    keep(patent(FIRST, "AAA"), change("notice", FIRST, NOON.plusSeconds(90)));
    keep(
        action("register", "account-AAA", "device-AAA", NOON.minusSeconds(300)),
        action("sign-in", "another-account", "device-AAA", NOON.minusSeconds(60)),
        action("sign-in", "stranger", "strange-device", NOON));
    indicate(group("g1").at(NOON.plusSeconds(120)));
    alert("203.0.113.7");

    List<CaseTimeline.Item> items = feature.timeline.of(1);
    assertThat(items).extracting(CaseTimeline.Item::type).contains("alert");
    assertThat(items)
        .filteredOn(item -> !item.type().equals("alert"))
        .extracting(CaseTimeline.Item::type)
        .containsExactly("action", "action", "filing", "change", "indication", "move");
    assertThat(items)
        .anySatisfy(
            item ->
                assertThat(item.title().zh())
                    .isEqualTo("账号 another-account 登录，设备 device-AAA，地址 203.0.113.7"));
    assertThat(items).isSortedAccordingTo(Comparator.comparing(CaseTimeline.Item::at));
  }

  @Test
  void casesAndAlertsNameOneAnother() {
    keep(patent(FIRST, "AAA"));
    indicate(group("g1"));
    alert("203.0.113.7");
    alert("198.51.100.99");

    JsonNode alerts = feature.detail.of(1).path("alerts");
    assertThat(alerts).hasSize(1);
    assertThat(alerts.at("/0/by/field").asString()).isEqualTo("source.ip");
    assertThat(alerts.at("/0/by/value").asString()).isEqualTo("203.0.113.7");
    assertThat(feature.alerts.of(Map.of("source.ip", Set.of("203.0.113.7"))))
        .singleElement()
        .isEqualTo(
            new CaseAlerts.Reference(
                1, "FC-2026-000001", CaseState.PENDING, Tier.WARNING, only().subject()));
    assertThat(feature.alerts.of(Map.of("source.ip", Set.of("198.51.100.99")))).isEmpty();
  }

  @Test
  void theSampleOpensCasesOnFilingsThatNothingNames() {
    keep(patent(FIRST, "AAA"), patent("2026100000033", "CCC"), patent("2026100000044", "DDD"));
    keep(patent("2026100000055", "EEE"));
    indicate(group("g1").filings(FIRST));
    feature.sample.draw();
    assertThat(rows()).as("an indication may still come").hasSize(1);

    clock.advance(Duration.ofHours(25));
    feature.sample.draw();
    feature.sample.draw();

    List<CaseRow> sample = rows().stream().filter(row -> row.origin().equals("sample")).toList();
    assertThat(sample).as("at most 2 are open at once").hasSize(2);
    assertThat(sample).allMatch(row -> row.tier() == null && row.score() == null);
    assertThat(sample).extracting(row -> row.subject().type()).containsOnly("applicant");
    move(sample.get(0).id(), "dismissed");
    feature.sample.draw();
    assertThat(rows()).hasSize(4);
    assertThat(feature.detail.of(sample.get(0).id()).path("filings")).hasSize(1);
  }

  @Test
  void theMonthCountsWhatWasOpenedAndDecided() {
    keep(patent(FIRST, "AAA"), patent(SECOND, "BBB"));
    indicate(group("g1"), group("g2").kind("P10"), group("g3"));
    for (long id : List.of(1L, 3L)) {
      move(id, "preliminary");
      move(id, "notified");
      move(id, "withdrawn");
    }
    feature.actions.move(1, "rita", confirmed("P6"));
    move(3, "dismissed");

    Report report = feature.reports.of(YearMonth.of(2026, 11));
    assertThat(report.cases()).isEqualTo(3);
    assertThat(report.filings()).isEqualTo(2);
    assertThat(report.byKind())
        .containsExactly(
            new ByKind("P6", new MonthlyReport.Name("分散提交", "dispersed filing"), 2, 1, 1, 2, 0),
            new ByKind("P10", new MonthlyReport.Name("分散提交", "dispersed filing"), 1, 0, 0, 0, 1));
    assertThat(report.bySignal())
        .extracting(MonthlyReport.BySignal::code, MonthlyReport.BySignal::precision)
        .containsExactly(tuple("linked-applicants", 0.5), tuple("near-duplicate-text", 0.5));
    assertThat(report.sample().missRate()).isNull();
    assertThat(feature.reports.of(YearMonth.of(2026, 10)).cases()).isZero();
  }

  @Test
  void aDecisionThatWasTakenAnewCountsOnce() {
    indicate(group("g1"));
    move(1, "dismissed");
    indicate(group("g1").tier(judged("HIGH_RISK"), 0.9));
    move(1, "preliminary");
    move(1, "notified");
    move(1, "answered");
    feature.actions.move(1, "rita", confirmed("P6"));

    ByKind row = feature.reports.of(YearMonth.of(2026, 11)).byKind().get(0);
    assertThat(row.confirmed()).isEqualTo(1);
    assertThat(row.dismissed()).isZero();
  }

  @Test
  void whatWasKeptLongEnoughIsDeletedUnlessAnOpenCaseNamesIt() {
    keep(patent(FIRST, "AAA"), patent(SECOND, "BBB"), change("notice", SECOND, NOON));
    keep(action("sign-in", "account-AAA", "d", NOON));
    indicate(group("g1").filings(FIRST), group("g2").filings(SECOND));
    move(2, "dismissed");

    clock.advance(Duration.ofDays(185));
    feature.retention.delete();
    assertThat(count("filing_action")).isZero();
    assertThat(count("filing")).isEqualTo(2);

    clock.advance(Duration.ofDays(1000));
    feature.retention.delete();
    assertThat(count("filing")).isEqualTo(1);
    assertThat(count("filing_body")).isEqualTo(1);
    assertThat(count("filing_change")).isZero();
    assertThat(feature.filings.find(FIRST)).isPresent();
  }

  @Test
  void noWordOfOursCallsAFilingAbnormalBeforeAPersonHasDecided() {
    keep(patent(FIRST, "AAA"), change("notice", FIRST, NOON));
    indicate(group("g1"));

    String all = feature.detail.of(1) + "" + feature.timeline.of(1) + feature.graph.of(1);
    assertThat(all).doesNotContain("非正常").doesNotContainIgnoringCase("abnormal");
  }
}
