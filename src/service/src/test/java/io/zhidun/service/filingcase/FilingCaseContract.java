package io.zhidun.service.filingcase;

import static io.zhidun.service.filingcase.Indications.applicant;
import static io.zhidun.service.filingcase.Indications.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.service.access.Role;
import io.zhidun.service.access.TestDirectory;
import io.zhidun.service.filingcase.CaseActions.Moved;
import io.zhidun.service.web.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/** What holds of filing cases, their procedure and their list on every database. */
abstract class FilingCaseContract extends FilingCaseScene {
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
  void aKindThatWasTakenBackNoLongerBelongsToAPendingCase() {
    indicate(group("g1"), group("g1").kind("P1"));
    indicate(group("g1").tier(judged("HINT"), 0));

    assertThat(only().kinds()).containsExactly("P1");
    assertThat(only().state()).isEqualTo(CaseState.PENDING);
    assertThat(feature.detail.of(1).path("indications")).hasSize(1);
  }

  @Test
  void aCaseThatNothingIndicatesAnyMoreIsClosedAndComesBackWithTheNext() {
    indicate(group("g1"));
    indicate(group("g1").tier(judged("HINT"), 0));

    assertThat(only().state()).isEqualTo(CaseState.DISMISSED);
    assertThat(trail(1)).containsExactly("opened", "taken-back");
    assertThat(feature.detail.of(1).path("outcomes")).as("nobody decided").isEmpty();

    indicate(group("g1"));
    assertThat(only().state()).isEqualTo(CaseState.PENDING);
    assertThat(only().kinds()).containsExactly("P6");
    assertThat(trail(1)).endsWith("reopened");
  }

  @Test
  void whatSomebodyWorksOnKeepsItsKinds() {
    indicate(group("g1"));
    move(1, "preliminary");
    indicate(group("g1").tier(judged("HINT"), 0));

    assertThat(only().state()).isEqualTo(CaseState.PRELIMINARY);
    assertThat(only().kinds()).containsExactly("P6");
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
}
