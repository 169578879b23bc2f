package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.Request.State;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decide on requirements; who may what is said where access is configured. */
@RestController
@RequestMapping("/api/v1/compliance")
class DecisionEndpoint {
  private static final int LONGEST_DAYS = 366;
  private static final int LEAST_REASON = 10;

  private final Decisions decisions;

  DecisionEndpoint(Decisions decisions) {
    this.decisions = decisions;
  }

  private LocalDate today() {
    return Days.of(decisions.now());
  }

  record Overrule(
      @Nullable String object,
      @Nullable String result,
      @Nullable String reason,
      @Nullable String expiresOn) {}

  @PostMapping("/systems/{id}/items/{item}/overrulings")
  OverrulingView overrule(
      @PathVariable String id,
      @PathVariable String item,
      @RequestBody Overrule said,
      Principal who) {
    Words words = new Words();
    Result result = words.verdict("result", said.result());
    String reason = words.text("reason", said.reason(), LEAST_REASON, Words.LONGEST_REASON);
    LocalDate until = words.day("expiresOn", said.expiresOn(), today(), LONGEST_DAYS);
    String object = words.text("object", said.object(), 1, 64);
    words.check();
    return OverrulingView.of(
        decisions.overrule(id, item, object, result, reason, until, who.getName()));
  }

  record Reason(@Nullable String reason) {}

  private static String reason(Reason given) {
    Words words = new Words();
    String text = words.text("reason", given.reason(), 2, Words.LONGEST_REASON);
    words.check();
    return text;
  }

  @PostMapping("/systems/{id}/items/{item}/overrulings/{number}/withdraw")
  OverrulingView withdrawOverruling(
      @PathVariable String id,
      @PathVariable String item,
      @PathVariable long number,
      @RequestBody Reason given,
      Principal who) {
    decisions.requirement(id, item);
    return OverrulingView.of(
        decisions.withdrawOverruling(id, number, reason(given), who.getName()));
  }

  record Exemption(@Nullable String object, @Nullable String reason) {}

  @PostMapping("/systems/{id}/items/{item}/exemptions")
  Request exempt(
      @PathVariable String id,
      @PathVariable String item,
      @RequestBody Exemption asked,
      Principal who) {
    Words words = new Words();
    String object = words.text("object", asked.object(), 1, 64);
    String reason = words.text("reason", asked.reason(), LEAST_REASON, Words.LONGEST_REASON);
    words.check();
    return decisions.propose(
        new Request(
            0,
            Kind.EXEMPTION,
            id,
            item,
            object,
            reason,
            "",
            "",
            null,
            State.PROPOSED,
            who.getName(),
            decisions.now(),
            null,
            null,
            null));
  }

  record Waive(
      @Nullable String object,
      @Nullable String owner,
      @Nullable String reason,
      @Nullable String compensatingMeasure,
      @Nullable String expiresOn) {}

  @PostMapping("/systems/{id}/items/{item}/waivers")
  Request waive(
      @PathVariable String id, @PathVariable String item, @RequestBody Waive asked, Principal who) {
    Words words = new Words();
    String object = words.text("object", asked.object(), 1, 64);
    String owner = words.text("owner", asked.owner(), 1, 100);
    String reason = words.text("reason", asked.reason(), LEAST_REASON, Words.LONGEST_REASON);
    String measure =
        words.text("compensatingMeasure", asked.compensatingMeasure(), 2, Words.LONGEST_REASON);
    LocalDate until = words.day("expiresOn", asked.expiresOn(), today(), LONGEST_DAYS);
    words.check();
    return decisions.propose(
        new Request(
            0,
            Kind.WAIVER,
            id,
            item,
            object,
            reason,
            owner,
            measure,
            until,
            State.PROPOSED,
            who.getName(),
            decisions.now(),
            null,
            null,
            null));
  }

  @GetMapping("/exemptions")
  Page<Request> exemptions(
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String state) {
    return requests(Kind.EXEMPTION, system, state);
  }

  @GetMapping("/waivers")
  Page<Request> waivers(
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String state) {
    return requests(Kind.WAIVER, system, state);
  }

  private Page<Request> requests(Kind kind, String system, String state) {
    List<Request> all =
        decisions.requests(kind, system.isEmpty() ? null : system).stream()
            .filter(one -> state.isEmpty() || one.state().label().equals(state))
            .toList();
    return new Page<>(all, null, all.size());
  }

  record Deciding(@Nullable Boolean approve, @Nullable String note) {}

  @PostMapping("/exemptions/{number}/decision")
  Request decideExemption(
      @PathVariable long number, @RequestBody Deciding decision, Principal who) {
    return decide(Kind.EXEMPTION, number, decision, who);
  }

  @PostMapping("/waivers/{number}/decision")
  Request decideWaiver(@PathVariable long number, @RequestBody Deciding decision, Principal who) {
    return decide(Kind.WAIVER, number, decision, who);
  }

  private Request decide(Kind kind, long number, Deciding decision, Principal who) {
    Words words = new Words();
    if (decision.approve() == null) {
      words.fault("approve", "", "must be true or false");
    }
    String note = words.text("note", decision.note(), 0, Words.LONGEST_REASON);
    words.check();
    return decisions.decide(
        kind, number, Boolean.TRUE.equals(decision.approve()), note, who.getName());
  }

  @PostMapping("/exemptions/{number}/withdraw")
  Request withdrawExemption(@PathVariable long number, @RequestBody Reason given, Principal who) {
    return decisions.withdraw(Kind.EXEMPTION, number, reason(given), who.getName());
  }

  @PostMapping("/waivers/{number}/withdraw")
  Request withdrawWaiver(@PathVariable long number, @RequestBody Reason given, Principal who) {
    return decisions.withdraw(Kind.WAIVER, number, reason(given), who.getName());
  }

  @GetMapping("/rectifications")
  Page<PlanView> plan(
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String item) {
    LocalDate today = today();
    List<PlanView> all =
        decisions.steps(system.isEmpty() ? null : system).stream()
            .filter(one -> state.isEmpty() || one.state().equals(state))
            .filter(one -> item.isEmpty() || one.item().equals(item))
            .map(one -> PlanView.of(one, today))
            .toList();
    return new Page<>(all, null, all.size());
  }

  record Planning(
      @Nullable String object,
      @Nullable String measure,
      @Nullable String owner,
      @Nullable String due) {}

  @PostMapping("/systems/{id}/items/{item}/rectifications")
  PlanView plan(
      @PathVariable String id,
      @PathVariable String item,
      @RequestBody Planning step,
      Principal who) {
    Words words = new Words();
    String object = words.text("object", step.object(), 1, 64);
    String measure = words.text("measure", step.measure(), 2, Words.LONGEST_REASON);
    String owner = words.text("owner", step.owner(), 1, 100);
    LocalDate due = words.day("due", step.due(), today().minusDays(1), 2 * LONGEST_DAYS);
    words.check();
    return PlanView.of(
        decisions.plan(
            new PlanStep(
                0,
                id,
                item,
                object,
                measure,
                owner,
                due,
                PlanStep.OPEN,
                who.getName(),
                decisions.now(),
                null,
                null,
                null,
                null,
                null)),
        today());
  }

  record Done(@Nullable String note) {}

  @PostMapping("/rectifications/{id}/done")
  PlanView done(@PathVariable String id, @RequestBody Done done, Principal who) {
    if (!id.matches("R-\\d{1,18}")) {
      throw Problems.invalid("id", id, "must be the id of a step, such as R-12");
    }
    Words words = new Words();
    String note = words.text("note", done.note(), 0, Words.LONGEST_REASON);
    words.check();
    return PlanView.of(
        decisions.done(Long.parseLong(id.substring(2)), note, who.getName()), today());
  }
}
