package io.zhidun.service.ruleset;

import static io.zhidun.service.ruleset.SiteRuleTexts.SSH_GUESSING;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL_CASES;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL_ID;
import static io.zhidun.service.ruleset.SiteRuleTexts.WEB_SCAN;
import static io.zhidun.service.ruleset.SiteRuleTexts.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.MutableClock;
import io.zhidun.service.ruleset.Proposal.State;
import io.zhidun.service.ruleset.RuleTrail.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.ErrorResponseException;

/** What holds of proposals and sets on every database. */
abstract class ProposalContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final MutableClock clock = new MutableClock(NOON);
  private HikariDataSource source;
  private RuleSetStack rules;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    rules = new RuleSetStack(source, clock);
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void aRuleRunsOnceASecondPersonConsents() {
    long id = proposed(tool());
    clock.advance(Duration.ofMinutes(3));

    long number = rules.proposals.approve(id, 1, "operator", "seen in the dry run");

    assertThat(number).isEqualTo(1);
    assertThat(rules.activated).containsExactly(1L);
    SiteText text = rules.proposals.current().rules().texts().get(TOOL_ID);
    assertThat(text).isEqualTo(new SiteText("scanner.yml", TOOL, TOOL_CASES));
    assertThat(rules.sets.find(1).orElseThrow())
        .isEqualTo(
            new RuleSetRepository.Activated(
                1, NOON.plus(Duration.ofMinutes(3)), "engineer", "operator", id));
    Proposal proposal = rules.proposals.find(id);
    assertThat(proposal.state()).isEqualTo(State.APPROVED);
    assertThat(proposal.setNumber()).isEqualTo(1);
    assertThat(rules.trail.of(id))
        .extracting(RuleTrail.Entry::action)
        .containsExactly(Action.CREATED, Action.PROPOSED, Action.APPROVED);
    assertThat(rules.trail.of(id))
        .extracting(RuleTrail.Entry::actor)
        .containsExactly("engineer", "engineer", "operator");
    assertThat(rules.trail.of(id).get(2).note()).isEqualTo("seen in the dry run");
  }

  @Test
  void nobodyConsentsToTheirOwn() {
    long id = proposed(tool());

    assertProblem("second-person", () -> rules.proposals.approve(id, 1, "engineer", ""));
    assertProblem("second-person", () -> rules.proposals.reject(id, 1, "engineer", "no"));
    assertThat(rules.sets.counter().number()).isZero();
  }

  @Test
  void nobodyConsentsToWhatTheyHaveNotSeen() {
    long id = proposed(tool());
    rules.proposals.edit(id, draft(tool(), disable(WEB_SCAN)), "engineer");
    rules.proposals.propose(id, "engineer");

    assertProblem("proposal-changed", () -> rules.proposals.approve(id, 1, "operator", ""));
    assertThat(rules.proposals.approve(id, 2, "operator", "")).isEqualTo(1);
  }

  @Test
  void onlyItsAuthorChangesAProposal() {
    long id = proposed(tool());

    assertProblem("not-the-author", () -> rules.proposals.edit(id, draft(tool()), "other"));
    assertProblem("not-the-author", () -> rules.proposals.withdraw(id, "other"));
    rules.proposals.withdraw(id, "engineer");
    assertProblem("proposal-state", () -> rules.proposals.approve(id, 1, "operator", ""));
    assertProblem("proposal-state", () -> rules.proposals.edit(id, draft(tool()), "engineer"));
  }

  @Test
  void aRefusalSaysWhy() {
    long id = proposed(tool());

    rules.proposals.reject(id, 1, "operator", "too loud");

    assertThat(rules.proposals.find(id).state()).isEqualTo(State.REJECTED);
    assertThat(rules.proposals.find(id).decision()).isEqualTo("too loud");
    assertThat(rules.sets.counter().number()).isZero();
  }

  @Test
  void whatDoesNotCompileIsRefusedAsAWholeWithEveryFault() {
    Change broken = ProposalForm.text("b.yml", TOOL.replace("level: high", "level: hgh"), "");
    Change lost =
        ProposalForm.text(
            "c.yml",
            """
            title: Lost
            id: 5b1d0f0e-0c7e-4a0c-9a52-000000000002
            correlation:
                type: event_count
                rules: [no-such-rule]
                group-by: [host.name]
                timespan: 1m
                condition: {gte: 2}
            """,
            "");
    long id = created(broken, lost, disable("no-such-id"));

    assertThatThrownBy(() -> rules.proposals.propose(id, "engineer"))
        .isInstanceOf(ErrorResponseException.class)
        .satisfies(
            e ->
                assertThat(String.valueOf(((ErrorResponseException) e).getBody().getProperties()))
                    .contains("b.yml", "severity \"hgh\" is not one of")
                    .contains("c.yml", "refers to rule \"no-such-rule\"")
                    .contains("no-such-id", "is not a shipped rule"));
    assertThat(rules.proposals.find(id).state()).isEqualTo(State.DRAFT);
  }

  @Test
  void aCaseThatFailsIsAFault() {
    Change change =
        ProposalForm.text("a.yml", TOOL, TOOL_CASES.replaceFirst("detections: 1", "detections: 2"));
    long id = created(change);

    assertProblem("rule-faults", () -> rules.proposals.propose(id, "engineer"));
  }

  @Test
  void aShippedRuleIsSwitchedOffAndOnAgain() {
    activate(disable(WEB_SCAN));
    assertThat(rules.proposals.current().rules().disabled()).containsExactly(WEB_SCAN);
    assertThat(rules.book.load(rules.proposals.current().rules()).rules().rule(WEB_SCAN)).isEmpty();

    activate(Change.of(Change.Kind.ENABLE, WEB_SCAN));
    assertThat(rules.proposals.current().rules()).isEqualTo(SiteRules.NONE);
  }

  @Test
  void whatOtherRulesNeedCannotBeSwitchedOffUnderThem() {
    long id = created(disable(SSH_GUESSING));

    assertThatThrownBy(() -> rules.proposals.propose(id, "engineer"))
        .hasMessageContaining("ssh-success-after-guessing")
        .hasMessageContaining("refers to rule \"ssh-password-guessing\", which is not in the set");
  }

  @Test
  void anEarlierSetComesBackWithASecondPersonsConsent() {
    activate(tool());
    activate(Change.of(Change.Kind.REMOVE, TOOL_ID), disable(WEB_SCAN));

    long id = rules.proposals.rollback(1, "back to 1", "too quiet", "engineer");
    assertThat(rules.proposals.find(id).state()).isEqualTo(State.PROPOSED);
    assertProblem("second-person", () -> rules.proposals.approve(id, 1, "engineer", ""));
    assertThat(rules.proposals.approve(id, 1, "operator", "")).isEqualTo(3);

    assertThat(rules.sets.content(3)).isEqualTo(rules.sets.content(1));
    assertThat(rules.sets.content(2).changesTo(rules.sets.content(3)))
        .containsExactly(tool(), Change.of(Change.Kind.ENABLE, WEB_SCAN));
    assertProblem("nothing-to-change", () -> rules.proposals.rollback(3, "again", "", "engineer"));
    assertProblem("not-found", () -> rules.proposals.rollback(9, "no", "", "engineer"));
    assertThat(rules.trail.of(id))
        .extracting(RuleTrail.Entry::action)
        .containsExactly(Action.ROLLBACK, Action.APPROVED);
  }

  @Test
  void theCatalogueAsShippedIsTheFirstSetToGoBackTo() {
    activate(tool(), disable(WEB_SCAN));

    long id = rules.proposals.rollback(0, "as shipped", "", "engineer");
    rules.proposals.approve(id, 1, "operator", "");

    assertThat(rules.proposals.current().rules()).isEqualTo(SiteRules.NONE);
  }

  @Test
  void whatChangedMeanwhileIsNotOverwrittenUnseen() {
    long first = proposed(tool());
    long second = proposed(ProposalForm.text("scanner.yml", TOOL.replace("nmap", "masscan"), ""));
    long other = proposed(disable(WEB_SCAN));
    rules.proposals.approve(first, 1, "operator", "");

    assertProblem("proposal-stale", () -> rules.proposals.approve(second, 1, "operator", ""));
    assertThat(rules.proposals.approve(other, 1, "operator", "")).isEqualTo(2);
    assertThat(rules.proposals.current().rules().texts()).containsOnlyKeys(TOOL_ID);
  }

  @Test
  void twoWhoConsentAtTheSameTimeMakeOneSet() throws Exception {
    long id = proposed(tool());
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<Long>> acts = new ArrayList<>();
      for (String name : List.of("operator", "second")) {
        acts.add(people.submit(() -> rules.proposals.approve(id, 1, name, "")));
      }
      int refused = 0;
      for (Future<Long> act : acts) {
        try {
          assertThat(act.get()).isEqualTo(1);
        } catch (ExecutionException e) {
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
    } finally {
      people.shutdown();
    }
    assertThat(rules.sets.counter().number()).isEqualTo(1);
    assertThat(rules.sets.list(Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void textsAreStoredOnce() {
    activate(tool());
    activate(disable(WEB_SCAN));
    activate(Change.of(Change.Kind.ENABLE, WEB_SCAN));

    Long stored =
        JdbcClient.create(source).sql("select count(*) from rule_text").query(Long.class).single();
    assertThat(stored).isEqualTo(2);
    assertThat(rules.sets.content(3).texts()).containsOnlyKeys(TOOL_ID);
  }

  private long created(Change... changes) {
    return rules.proposals.create(draft(changes), "engineer", Action.CREATED);
  }

  private long proposed(Change... changes) {
    long id = created(changes);
    rules.proposals.propose(id, "engineer");
    return id;
  }

  private void activate(Change... changes) {
    rules.proposals.approve(proposed(changes), 1, "operator", "");
  }

  private static Change disable(String id) {
    return Change.of(Change.Kind.DISABLE, id);
  }

  private static Proposals.Draft draft(Change... changes) {
    return new Proposals.Draft("端口扫描", "for the test", List.of(changes));
  }

  private static void assertProblem(String name, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOf(ErrorResponseException.class)
        .satisfies(
            e ->
                assertThat(String.valueOf(((ErrorResponseException) e).getBody().getType()))
                    .endsWith(":" + name));
  }
}
