package io.zhidun.service.ruleset;

import io.zhidun.rules.RuleSet;
import io.zhidun.service.ruleset.RuleTrail.Action;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs: started, watched, cancelled. */
@RestController
@RequestMapping("/api/v1/dryruns")
class DryRunEndpoint {
  private static final int DEFAULT_DAYS = 7;

  private final DryRuns runs;
  private final Proposals proposals;
  private final ProposalRepository repository;
  private final RuleBook book;
  private final RuleTrail trail;

  DryRunEndpoint(
      DryRuns runs,
      Proposals proposals,
      ProposalRepository repository,
      RuleBook book,
      RuleTrail trail) {
    this.runs = runs;
    this.proposals = proposals;
    this.repository = repository;
    this.book = book;
    this.trail = trail;
  }

  /**
   * @param proposal whose changes to try; else {@code changes} are tried
   * @param days how far to look back
   * @param judge false leaves the judge out
   */
  record Form(
      @Nullable Long proposal,
      @Nullable List<ProposalForm.@Nullable Form> changes,
      @Nullable Integer days,
      @Nullable Boolean judge) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  DryRunJob.View start(@RequestBody Form form, Principal who) {
    int days = form.days() == null ? DEFAULT_DAYS : form.days();
    if (days < 1 || days > runs.mostDays()) {
      throw Problems.invalid(
          "days", Integer.toString(days), "must be between 1 and " + runs.mostDays());
    }
    Long proposal = form.proposal();
    List<Change> changes =
        proposal == null
            ? new ProposalForm("-", "", form.changes()).read().changes()
            : repository.changes(proposals.find(proposal).id());
    SiteRules current = proposals.current().rules();
    RuleSet.Verdicts verdicts = book.verdicts(current.with(changes));
    if (!verdicts.faults().isEmpty()) {
      throw RuleFaultProblem.of(verdicts.faults());
    }
    boolean judged = form.judge() == null || form.judge();
    DryRunJob job =
        runs.start(new DryRuns.Request(current, changes, proposal, days, judged), who.getName());
    if (proposal != null) {
      trail.add(who.getName(), Action.DRY_RUN, proposal, null, days + "d");
    }
    return job.view(true);
  }

  @GetMapping
  Page<DryRunJob.View> list() {
    List<DryRunJob.View> all = runs.list().stream().map(job -> job.view(false)).toList();
    return new Page<>(all, null, all.size());
  }

  @GetMapping("/{id}")
  DryRunJob.View one(@PathVariable String id) {
    return find(id).view(true);
  }

  @DeleteMapping("/{id}")
  DryRunJob.View cancel(@PathVariable String id) {
    DryRunJob job = find(id);
    job.cancel();
    return job.view(true);
  }

  private DryRunJob find(String id) {
    return runs.find(ProposalEndpoint.id(id))
        .orElseThrow(() -> Problems.notFound("no dry run has the id " + id));
  }
}
