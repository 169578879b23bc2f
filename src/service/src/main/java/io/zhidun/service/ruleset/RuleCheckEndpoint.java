package io.zhidun.service.ruleset;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseResult;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleFaults;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the engine says of texts that are not proposed yet, with the words of `rules check`. */
@RestController
class RuleCheckEndpoint {
  private final Proposals proposals;
  private final RuleBook book;
  private final FieldCoverage coverage;

  /** Cases hold their events in memory. */
  private final Semaphore oneAtATime = new Semaphore(1);

  RuleCheckEndpoint(Proposals proposals, RuleBook book, FieldCoverage coverage) {
    this.proposals = proposals;
    this.book = book;
    this.coverage = coverage;
  }

  /**
   * A rule of a text that can run.
   *
   * @param type {@code event} for a rule on single events, else the Sigma correlation type
   */
  record Checked(
      String id,
      String name,
      String version,
      BilingualText title,
      Severity level,
      String type,
      List<String> tags,
      boolean detects,
      String path) {
    static Checked of(Rule rule) {
      Correlation correlation = rule.correlation();
      return new Checked(
          rule.id(),
          rule.name(),
          rule.reference().version(),
          rule.reference().title(),
          rule.level(),
          correlation == null ? "event" : correlation.type().label(),
          rule.tags(),
          rule.detectsAlone(),
          rule.path());
    }
  }

  /**
   * @param checks one entry a rule of the texts
   * @param faults everything that stands against the set that the texts would make
   * @param rules rules of the texts that can run
   */
  record Verdict(List<RuleCheck> checks, List<Fault> faults, List<Checked> rules) {}

  @PostMapping("/api/v1/rulesets/check")
  Verdict check(@RequestBody ProposalForm form) {
    List<Change> changes = changes(form);
    SiteRules site = proposals.current().rules().with(changes);
    Set<String> paths = paths(site, changes);
    RuleSet.Verdicts verdicts = book.verdicts(site);
    return new Verdict(
        verdicts.checks().stream().filter(check -> paths.contains(check.path())).toList(),
        verdicts.faults(),
        verdicts.rules().stream()
            .filter(rule -> paths.contains(rule.path()))
            .map(Checked::of)
            .toList());
  }

  private static Set<String> paths(SiteRules site, List<Change> changes) {
    Set<String> ids = changes.stream().map(Change::ruleId).collect(Collectors.toSet());
    return site.ruleTexts().entrySet().stream()
        .filter(entry -> ids.contains(entry.getKey()))
        .map(entry -> entry.getValue().path())
        .collect(Collectors.toSet());
  }

  /** Whether the texts can ever fire here. */
  @PostMapping("/api/v1/rulesets/coverage")
  FieldCoverage.Coverage coverage(@RequestBody ProposalForm form) {
    List<Change> changes = changes(form);
    SiteRules site = proposals.current().rules().with(changes);
    Set<String> paths = paths(site, changes);
    return coverage.of(
        book.verdicts(site).rules().stream().filter(rule -> paths.contains(rule.path())).toList());
  }

  record CaseRun(List<Ran> results) {}

  /** A case and how it went. */
  record Ran(String path, String name, int expected, int actual, boolean passed, String message) {
    static Ran of(CaseResult result) {
      return new Ran(
          result.path(),
          result.name(),
          result.expected(),
          result.actual(),
          result.passed(),
          result.message());
    }
  }

  @PostMapping("/api/v1/rulesets/cases")
  CaseRun cases(@RequestBody ProposalForm form) {
    List<Change> changes = changes(form);
    oneAtATime.acquireUninterruptibly();
    try {
      return new CaseRun(
          book.cases(proposals.current().rules(), changes).stream().map(Ran::of).toList());
    } catch (RuleFaults e) {
      throw RuleFaultProblem.of(e.faults());
    } finally {
      oneAtATime.release();
    }
  }

  /** What is typed has no title yet. */
  private static List<Change> changes(ProposalForm form) {
    return new ProposalForm("-", "", form.changes()).read().changes();
  }
}
