package io.zhidun.service.ruleset;

import io.zhidun.service.ruleset.RuleSetRepository.Activated;
import io.zhidun.service.ruleset.RuleSetRepository.Counter;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rule sets: the current one, the earlier ones, and the way back. */
@RestController
@RequestMapping("/api/v1/rulesets")
class RuleSetEndpoint {
  private static final String ORDER = "-number";

  private final RuleSetRepository sets;
  private final Proposals proposals;
  private final ProposalEndpoint details;
  private final RuleRows rows;

  RuleSetEndpoint(
      RuleSetRepository sets, Proposals proposals, ProposalEndpoint details, RuleRows rows) {
    this.sets = sets;
    this.proposals = proposals;
    this.details = details;
    this.rows = rows;
  }

  /**
   * A set as lists show it.
   *
   * @param at when it was activated; null for 0, the catalogue as shipped
   * @param texts how many texts of the site it holds
   * @param disabled how many shipped rules it leaves out
   * @param current whether it is the one that runs
   * @param published whether the rules topic has it; only of the current one
   */
  record SetRow(
      long number,
      @Nullable Instant at,
      String author,
      String approver,
      @Nullable Long proposal,
      int texts,
      int disabled,
      boolean current,
      boolean published) {}

  /** A set and what it changed. */
  record Detail(SetRow set, List<Difference> differences) {}

  /** What became of one rule, with the texts. */
  record Difference(
      Change.Kind kind, String ruleId, @Nullable SiteText before, @Nullable SiteText after) {}

  @GetMapping
  Page<SetRow> list(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    long before = before(parameters);
    int limit = parameters.limit();
    parameters.check();
    Counter counter = sets.counter();
    List<SetRow> found = new ArrayList<>();
    sets.list(before, limit + 1).forEach(set -> found.add(row(set, counter)));
    if (found.size() <= limit && before > 0) {
      found.add(shipped(counter));
    }
    boolean more = found.size() > limit;
    List<SetRow> shown = more ? found.subList(0, limit) : found;
    String next =
        more
            ? new Cursor(ORDER, List.of(Long.toString(shown.get(limit - 1).number()))).encode()
            : null;
    return new Page<>(shown, next, counter.number() + 1);
  }

  private static long before(Parameters parameters) {
    String text = parameters.text("cursor", 256);
    if (text == null) {
      return Long.MAX_VALUE;
    }
    Cursor cursor = Cursor.decode(text, ORDER, 1);
    if (cursor == null || !cursor.keys().get(0).matches("\\d{1,18}")) {
      parameters.fault("cursor", text, "must be the next of a page of this list");
      return Long.MAX_VALUE;
    }
    return Long.parseLong(cursor.keys().get(0));
  }

  private SetRow row(Activated set, Counter counter) {
    SiteRules content = sets.content(set.number());
    boolean current = set.number() == counter.number();
    return new SetRow(
        set.number(),
        set.at(),
        set.author(),
        set.approver(),
        set.proposal(),
        content.texts().size(),
        content.disabled().size(),
        current,
        current && counter.published() == set.number());
  }

  private static SetRow shipped(Counter counter) {
    boolean current = counter.number() == 0;
    return new SetRow(0, null, "", "", null, 0, 0, current, current);
  }

  @GetMapping("/current")
  SetRow current() {
    Counter counter = sets.counter();
    return sets.find(counter.number())
        .map(set -> row(set, counter))
        .orElseGet(() -> shipped(counter));
  }

  @GetMapping("/current/rules")
  Page<RuleRows.Row> rules() {
    List<RuleRows.Row> all = rows.of(proposals.current().rules());
    return new Page<>(all, null, all.size());
  }

  @GetMapping("/current/rules/{id}")
  SiteText text(@PathVariable String id) {
    return rows.text(proposals.current().rules(), id)
        .orElseThrow(() -> Problems.notFound("no rule has the id " + id));
  }

  @GetMapping("/{number}")
  Detail one(@PathVariable String number) {
    long wanted = ProposalEndpoint.id(number);
    Counter counter = sets.counter();
    if (wanted == 0) {
      return new Detail(shipped(counter), List.of());
    }
    Activated set =
        sets.find(wanted)
            .orElseThrow(() -> Problems.notFound("no rule set has the number " + number));
    SiteRules before = sets.content(wanted - 1);
    List<Difference> differences =
        before.changesTo(sets.content(wanted)).stream()
            .map(
                change ->
                    new Difference(
                        change.kind(),
                        change.ruleId(),
                        rows.text(before, change.ruleId()).orElse(null),
                        change.text()))
            .toList();
    return new Detail(row(set, counter), differences);
  }

  /**
   * @param title what the proposal is called, in the language of who asks
   */
  record Rollback(@Nullable String title, @Nullable String note) {}

  @PostMapping("/{number}/rollback")
  ProposalEndpoint.Detail rollback(
      @PathVariable String number, @RequestBody Rollback request, Principal who) {
    long wanted = ProposalEndpoint.id(number);
    String title = request.title() == null ? "rollback to " + wanted : request.title();
    Proposals.Draft draft = new ProposalForm(title, request.note(), List.of()).read();
    return details.detail(proposals.rollback(wanted, draft.title(), draft.note(), who.getName()));
  }
}
