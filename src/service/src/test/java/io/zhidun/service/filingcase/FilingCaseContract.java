package io.zhidun.service.filingcase;

import static io.zhidun.service.filingcase.Filings.NOON;
import static io.zhidun.service.filingcase.Filings.action;
import static io.zhidun.service.filingcase.Filings.change;
import static io.zhidun.service.filingcase.Filings.patent;
import static io.zhidun.service.filingcase.Indications.applicant;
import static io.zhidun.service.filingcase.Indications.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.Drafts;
import io.zhidun.service.MutableClock;
import io.zhidun.service.access.Role;
import io.zhidun.service.access.TestDirectory;
import io.zhidun.service.alert.AlertStack;
import io.zhidun.service.alert.Draft;
import io.zhidun.service.filingcase.CaseActions.Moved;
import io.zhidun.service.filingcase.CaseMove.Outcome;
import io.zhidun.service.filingcase.MonthlyReport.ByKind;
import io.zhidun.service.filingcase.MonthlyReport.Report;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of filing cases on every database. */
abstract class FilingCaseContract {
  private static final String FIRST = "2026100000011";
  private static final String SECOND = "2026100000022";

  private final MutableClock clock = new MutableClock(NOON.plus(Duration.ofHours(1)));
  private HikariDataSource source;
  private FilingCaseStack feature;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    feature = new FilingCaseStack(source, clock);
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void anIndicationOpensTheCaseOfItsSubjectAndRegister() {
    indicate(group("g1"));

    CaseRow row = only();
    assertThat(row.number()).isEqualTo("FC-2026-000001");
    assertThat(row.state()).isEqualTo(CaseState.PENDING);
    assertThat(row.tier()).isEqualTo(Tier.WARNING);
    assertThat(row.score()).isEqualTo(0.62);
    assertThat(row.kinds()).containsExactly("P6");
    assertThat(row.memberCount()).isEqualTo(2);
    assertThat(row.origin()).isEqualTo("indication");
    assertThat(row.dueAt()).isNull();
    assertThat(trail(1)).containsExactly("opened");
  }

  @Test
  void furtherKindsOfASubjectJoinItsCaseAndTheOtherRegisterHasItsOwn() {
    indicate(
        group("g1"), group("g1").kind("P1").tier(judged("HIGH_RISK"), 0.9), group("g1").kind("T1"));

    assertThat(rows("register", "patent").get(0).kinds()).containsExactly("P1", "P6");
    assertThat(rows("register", "patent").get(0).tier()).isEqualTo(Tier.HIGH_RISK);
    assertThat(rows("register", "trademark").get(0).kinds()).containsExactly("T1");
  }

  @Test
  void theSameIndicationAgainChangesNothing() {
    indicate(group("g1"));
    feature.announced.clear();

    CaseBook.Entered again = indicate(group("g1"));

    assertThat(again).isEqualTo(new CaseBook.Entered(0, 1));
    assertThat(feature.announced).isEmpty();
  }

  @Test
  void aLaterIndicationReplacesTheEarlier() {
    indicate(group("g1").filings(FIRST));
    clock.advance(Duration.ofMinutes(1));
    indicate(group("g1").filings(FIRST, SECOND, "2026100000033").tier(judged("HINT"), 0.3));

    CaseRow row = only();
    assertThat(row.filingCount()).isEqualTo(3);
    assertThat(row.tier()).isEqualTo(Tier.HINT);
    assertThat(feature.detail.of(1).path("indications")).hasSize(1);
    assertThat(row.updatedAt()).isEqualTo(clock.instant());
  }

  @Test
  void walksTheWholeProcedure() {
    indicate(group("g1"));
    move(1, "preliminary");
    move(1, "notified");

    assertThat(only().dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(15)));
    move(1, "answered");
    assertThat(only().dueAt()).isNull();
    feature.actions.move(1, "rita", confirmed("P6"));

    assertThat(only().state()).isEqualTo(CaseState.CONFIRMED);
    assertThat(feature.detail.of(1).path("allowed")).isEmpty();
    assertThat(trail(1)).containsExactly("opened", "moved", "moved", "moved", "moved");
    assertThat(feature.detail.of(1).at("/trail/2/details/replyDays").asInt()).isEqualTo(15);
    assertThat(feature.detail.of(1).at("/outcomes/0/outcome").asString()).isEqualTo("confirmed");
  }

  @Test
  void aMoveThatTheProcedureDoesNotHaveIsRefused() {
    indicate(group("g1"));

    for (String to : List.of("pending", "notified", "answered", "withdrawn", "confirmed")) {
      assertThatThrownBy(() -> move(1, to))
          .as(to)
          .isInstanceOf(ErrorResponseException.class)
          .extracting(e -> ((ErrorResponseException) e).getStatusCode().value())
          .isEqualTo(409);
    }
    assertThat(only().state()).isEqualTo(CaseState.PENDING);
  }

  @Test
  void closingWantsAnOutcomeForEveryKind() {
    indicate(group("g1"), group("g1").kind("P1"));
    move(1, "preliminary");
    move(1, "notified");
    move(1, "withdrawn");

    assertThatThrownBy(() -> feature.actions.move(1, "rita", confirmed("P6")))
        .hasMessageContaining("must name every kind of the case");
    assertThatThrownBy(() -> move(1, "confirmed")).hasMessageContaining("must say of each kind");
    assertThatThrownBy(
            () ->
                feature.actions.move(
                    1, "rita", close("confirmed", Map.of("P6", false, "P1", false))))
        .hasMessageContaining("must confirm a kind");
    feature.actions.move(1, "rita", close("confirmed", Map.of("P6", true, "P1", false)));
    assertThat(feature.detail.of(1).path("outcomes")).hasSize(2);
  }

  @Test
  void whoDoesNotReplyIsDeemedToHaveWithdrawn() {
    indicate(group("g1"));
    move(1, "preliminary");
    feature.actions.move(1, "rita", CaseMove.read("notified", "请陈述意见", 10, null));

    clock.advance(Duration.ofDays(10));
    feature.actions.sweep();
    assertThat(only().state()).as("on the last day").isEqualTo(CaseState.NOTIFIED);

    clock.advance(Duration.ofSeconds(1));
    feature.actions.sweep();
    assertThat(only().state()).isEqualTo(CaseState.WITHDRAWN);
    assertThat(trail(1)).endsWith("deemed-withdrawn");
  }

  @Test
  void aClosedCaseReopensOnAnotherKindOrAHigherTierOnly() {
    indicate(group("g1"));
    move(1, "dismissed");

    indicate(group("g1").tier(judged("WARNING"), 0.7));
    assertThat(only().state()).as("the same again, scored higher").isEqualTo(CaseState.DISMISSED);

    indicate(group("g1").tier(judged("HIGH_RISK"), 0.9));
    assertThat(only().state()).isEqualTo(CaseState.PENDING);
    assertThat(trail(1)).endsWith("reopened");
    move(1, "dismissed");

    indicate(group("g1").kind("P2").tier(judged("HINT"), 0.2));
    assertThat(only().state()).isEqualTo(CaseState.PENDING);
  }

  @Test
  void aBatchMovesWhatItMayAndSaysWhyNotOfTheRest() {
    indicate(group("g1"), group("g2"), group("g3"));
    move(2, "dismissed");

    Moved moved =
        feature.actions.moveAll(
            List.of(1L, 2L, 3L, 99L), "rita", CaseMove.read("preliminary", "批量", null, null));

    assertThat(moved.moved()).containsExactly(1L, 3L);
    assertThat(moved.refused()).extracting(CaseActions.Refused::id).containsExactly(2L, 99L);
    assertThat(moved.refused().get(0).reason()).contains("it is dismissed");
  }

  @Test
  void onlyAReviewerIsAssigned() {
    TestDirectory.add(JdbcClient.create(source), "rita", Role.REVIEWER);
    TestDirectory.add(JdbcClient.create(source), "olaf", Role.OPERATOR);
    indicate(group("g1"));

    assertThatThrownBy(() -> feature.actions.assign(1, "rita", "olaf"))
        .hasMessageContaining("must be a reviewer's account");
    feature.actions.assign(1, "rita", "rita");
    assertThat(only().assignee()).isEqualTo(new CaseRow.Assignee("rita", "rita"));
    assertThat(rows("assignee", "rita")).hasSize(1);
    feature.actions.assign(1, "rita", null);
    assertThat(rows("assignee", "none")).hasSize(1);
  }

  @Test
  void findsCasesByWhatTheyAre() {
    indicate(
        group("g1"),
        group("g2").kind("P1").tier(judged("HINT"), 0.2).filings("2026100000099"),
        applicant("王小明", "王小明").kind("T1").tier(judged("HIGH_RISK"), 0.9));
    move(2, "dismissed");

    assertThat(rows("state", "pending")).hasSize(2);
    assertThat(rows("tier", "hint", "tier", "high-risk")).hasSize(2);
    assertThat(rows("kind", "P1")).extracting(CaseRow::id).containsExactly(2L);
    assertThat(rows("subjectType", "applicant")).hasSize(1);
    assertThat(rows("q", "CN2026 1000 0009.9")).extracting(CaseRow::id).containsExactly(2L);
    assertThat(rows("q", "fc-2026-000003")).hasSize(1);
    assertThat(rows("q", "王小明")).as("nobody finds persons by their whole name").isEmpty();
    assertThat(rows("q", "100%")).isEmpty();
    assertThat(rows("sort", "-score")).extracting(CaseRow::id).containsExactly(3L, 1L, 2L);
    CaseSearch.Facets facets = feature.search.facets(filter());
    assertThat(facets.state).containsEntry("pending", 2L).containsEntry("dismissed", 1L);
    assertThat(facets.kind).containsEntry("P6", 1L).containsEntry("T1", 1L);
    assertThat(facets.register).containsEntry("patent", 2L).containsEntry("trademark", 1L);
  }

  @Test
  void pagesFollowOneAnotherWithoutGapsInEveryOrder() {
    for (int i = 0; i < 7; i++) {
      indicate(group("g" + i).tier(judged("HINT"), 0.1 + 0.1 * (i % 3)));
    }
    for (String sort : List.of("-updatedAt", "score", "-tier", "dueAt", "filingCount")) {
      List<Long> seen = new ArrayList<>();
      CaseOrder.Directed order = CaseOrder.Directed.of(sort);
      Page<CaseRow> page = feature.search.page(filter(), order, null, 3);
      seen.addAll(page.items().stream().map(CaseRow::id).toList());
      while (page.next() != null) {
        page = feature.search.page(filter(), order, order.cursor(page.next()), 3);
        seen.addAll(page.items().stream().map(CaseRow::id).toList());
      }
      assertThat(seen).as(sort).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void showsAPersonMasked() {
    indicate(applicant("王小明", "王小明"));

    assertThat(only().subject()).isEqualTo(new SubjectRef("applicant", "王**", "王**"));
    assertThat(feature.detail.of(1).toString()).doesNotContain("小明");
    assertThat(feature.announced.toString()).doesNotContain("小明");
  }

  @Test
  void aGroupThatIsNamedAfterAPersonDoesNotTellTheName() {
    IncomingIndication named =
        IncomingIndication.read(
            group("g1")
                .json()
                .replace("云图科技有限公司等", "王小明等")
                .replace("\"91330100AAA\",\"name\":\"AAA科技有限公司\"", "\"王小明\",\"name\":\"王小明\""));
    feature.book.accept(List.of(named));

    assertThat(only().subject().name()).isEqualTo("王**等 2 家");
    assertThat(feature.detail.of(1).toString()).doesNotContain("小明");
  }

  @Test
  void aMembersOwnCaseStandsAndNamesTheGroups() {
    indicate(group("g1"), applicant("91330100AAA", "AAA科技有限公司").kind("P5"));

    JsonNode own = feature.detail.of(2);
    assertThat(own.at("/groups/0/number").asString()).isEqualTo("FC-2026-000001");
    assertThat(feature.detail.of(1).path("groups")).isEmpty();
  }

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
    JsonNode revealed = feature.view.of(FIRST, true);
    assertThat(revealed.at("/inventors/0/name").asString()).isEqualTo("赵一明");
    assertThat(revealed.toString()).as("hashes stay inside").doesNotContain("abab", "cdcd");
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
            tuple("phone", "138****0001", 2));
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

  private CaseBook.Entered indicate(Indications... indications) {
    return feature.book.accept(Arrays.stream(indications).map(Indications::read).toList());
  }

  private FilingStore.Stored keep(ObjectNode... records) {
    return feature.store.store(Arrays.stream(records).map(Filings::read).toList());
  }

  private void alert(String address) {
    new AlertStack(source, clock).book.accept(List.of(Draft.read(Drafts.from(address).json())));
  }

  private void move(long id, String to) {
    feature.actions.move(id, "rita", CaseMove.read(to, "已核对", null, null));
  }

  private static CaseMove confirmed(String kind) {
    return close("confirmed", Map.of(kind, true));
  }

  private static CaseMove close(String to, Map<String, Boolean> outcomes) {
    return CaseMove.read(
        to,
        "依据证据",
        null,
        outcomes.entrySet().stream().map(e -> new Outcome(e.getKey(), e.getValue())).toList());
  }

  private static io.zhidun.rules.filings.judge.Tier judged(String name) {
    return io.zhidun.rules.filings.judge.Tier.valueOf(name);
  }

  private CaseRow only() {
    assertThat(rows()).hasSize(1);
    return rows().get(0);
  }

  private List<CaseRow> rows(String... parameters) {
    MultiValueMap<String, String> query = query(parameters);
    CaseOrder.Directed order =
        query.containsKey("sort")
            ? CaseOrder.Directed.of(query.getOrDefault("sort", List.of()).get(0))
            : CaseOrder.Directed.DEFAULT;
    return feature.search.page(filter(parameters), order, null, 100).items();
  }

  private static CaseFilter filter(String... parameters) {
    Parameters read = new Parameters(query(parameters));
    CaseFilter filter = CaseFilter.read(read);
    read.check();
    return filter;
  }

  private static MultiValueMap<String, String> query(String... parameters) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.add(parameters[i], parameters[i + 1]);
    }
    return query;
  }

  private List<String> trail(long id) {
    List<String> acts = new ArrayList<>();
    feature.detail.of(id).path("trail").forEach(entry -> acts.add(entry.path("act").asString()));
    return acts;
  }

  private long count(String table) {
    return JdbcClient.create(source)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
