package io.zhidun.service.ruleset;

import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.service.ruleset.Proposal.State;
import io.zhidun.service.ruleset.RuleTrail.Action;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals: written and laid before a second person by engineers, decided by somebody else. */
@RestController
@RequestMapping("/api/v1/proposals")
class ProposalEndpoint {
  private static final String ORDER = "-id";

  /** Faults of one file that an answer names. */
  private static final int SHOWN_FAULTS = 5;

  private final Proposals proposals;
  private final ProposalRepository repository;
  private final RuleSetRepository sets;
  private final RuleBook book;
  private final RuleTrail trail;

  ProposalEndpoint(
      Proposals proposals,
      ProposalRepository repository,
      RuleSetRepository sets,
      RuleBook book,
      RuleTrail trail) {
    this.proposals = proposals;
    this.repository = repository;
    this.sets = sets;
    this.book = book;
    this.trail = trail;
  }

  /**
   * A change without its texts.
   *
   * @param titleZh title of the rule, or its id where it cannot be read
   * @param status what the engine says; null for a change that has no text
   */
  record ChangeRow(
      int position,
      Change.Kind kind,
      String ruleId,
      String path,
      String titleZh,
      String titleEn,
      RuleCheck.@Nullable Status status,
      List<String> reasons,
      boolean hasCases) {}

  /** A proposal with its changes and what happened to it. */
  record Detail(Proposal proposal, List<ChangeRow> changes, List<RuleTrail.Entry> trail) {}

  /**
   * A change with its texts.
   *
   * @param before what the text takes the place of, shipped or the site's own; null if nothing
   */
  record ChangeTexts(
      Change.Kind kind, String ruleId, @Nullable SiteText before, @Nullable SiteText after) {}

  @GetMapping
  Page<Proposal> list(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    List<State> states =
        parameters.each(
            "state", "must be draft, proposed, approved, rejected or withdrawn", State::of);
    long before = before(parameters);
    int limit = parameters.limit();
    parameters.check();
    List<State> wanted = states.isEmpty() ? List.of(State.values()) : states;
    List<Proposal> found = repository.list(wanted, before, limit + 1);
    boolean more = found.size() > limit;
    List<Proposal> shown = more ? found.subList(0, limit) : found;
    String next =
        more ? new Cursor(ORDER, List.of(Long.toString(shown.get(limit - 1).id()))).encode() : null;
    return new Page<>(shown, next, repository.count(wanted));
  }

  static long before(Parameters parameters) {
    String text = parameters.text("cursor", 256);
    Cursor cursor = text == null ? null : Cursor.decode(text, ORDER, 1);
    if (text == null) {
      return Long.MAX_VALUE;
    }
    if (cursor == null || !cursor.keys().get(0).matches("\\d{1,18}")) {
      parameters.fault("cursor", text, "must be the next of a page of this list");
      return Long.MAX_VALUE;
    }
    return Long.parseLong(cursor.keys().get(0));
  }

  @PostMapping
  Detail create(@RequestBody ProposalForm form, Principal who) {
    return detail(proposals.create(form.read(), who.getName(), Action.CREATED));
  }

  /**
   * A draft from a zip of rule files.
   *
   * @param leftOut files that were not taken, and why
   */
  record Imported(Detail draft, Map<String, String> leftOut) {}

  @PostMapping(path = "/import", consumes = "application/zip")
  Imported importZip(
      @RequestBody byte[] zip,
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable String note,
      Principal who) {
    ZipImport read;
    try {
      read = ZipImport.read(zip);
    } catch (ZipImport.Refused e) {
      throw Problems.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "zip-refused", String.valueOf(e.getMessage()));
    }
    Map<String, String> leftOut = new LinkedHashMap<>(read.leftOut());
    List<Change> changes = usable(read.changes(), leftOut);
    if (changes.isEmpty() || changes.size() > ProposalForm.MAX_CHANGES) {
      throw Problems.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "zip-refused",
          "the zip holds "
              + changes.size()
              + " rule files that can run; between 1 and "
              + ProposalForm.MAX_CHANGES
              + " can be imported at once",
          Map.of("leftOut", leftOut));
    }
    String named = title == null || title.isBlank() ? changes.size() + " files" : title;
    Proposals.Draft draft = new ProposalForm(named, note, List.of()).read();
    long id =
        proposals.create(
            new Proposals.Draft(draft.title(), draft.note(), changes),
            who.getName(),
            Action.IMPORTED);
    return new Imported(detail(id), leftOut);
  }

  /** Leaves out what cannot run, so that one strange file does not hold up a thousand others. */
  private List<Change> usable(List<Change> changes, Map<String, String> leftOut) {
    SiteRules current = proposals.current().rules();
    List<Change> left = new ArrayList<>();
    for (Change change : changes) {
      if (change.ruleId().isEmpty()) {
        leftOut.put(path(change), "holds no rule that can be read");
      } else {
        left.add(change);
      }
    }
    Map<String, List<Fault>> faults =
        book.verdicts(current.with(left)).faults().stream()
            .collect(Collectors.groupingBy(Fault::path));
    List<Change> usable = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Change change : left) {
      List<Fault> against = faults.get(path(change));
      if (against != null) {
        leftOut.put(path(change), reasons(against));
      } else if (!ids.add(change.ruleId())) {
        leftOut.put(path(change), "id " + change.ruleId() + " is also that of another file");
      } else {
        usable.add(change);
      }
    }
    return usable;
  }

  private static String reasons(List<Fault> faults) {
    String shown =
        faults.stream().limit(SHOWN_FAULTS).map(Fault::toString).collect(Collectors.joining("\n"));
    int hidden = faults.size() - SHOWN_FAULTS;
    return hidden > 0 ? shown + "\nand " + hidden + " more" : shown;
  }

  private static String path(Change change) {
    SiteText text = change.text();
    return text == null ? "" : text.path();
  }

  @GetMapping("/{id}")
  Detail one(@PathVariable String id) {
    return detail(id(id));
  }

  @PostMapping("/{id}")
  Detail edit(@PathVariable String id, @RequestBody ProposalForm form, Principal who) {
    proposals.edit(id(id), form.read(), who.getName());
    return detail(id(id));
  }

  @GetMapping("/{id}/changes/{position}")
  ChangeTexts change(@PathVariable String id, @PathVariable String position) {
    Proposal proposal = proposals.find(id(id));
    List<Change> changes = repository.changes(proposal.id());
    int at = position.matches("\\d{1,6}") ? Integer.parseInt(position) : Integer.MAX_VALUE;
    if (at >= changes.size()) {
      throw Problems.notFound("proposal " + id + " has no change " + position);
    }
    Change change = changes.get(at);
    SiteRules base = sets.content(base(proposal));
    SiteText own = base.texts().get(change.ruleId());
    SiteText before = own != null ? own : book.shipped(change.ruleId()).orElse(null);
    return new ChangeTexts(change.kind(), change.ruleId(), before, change.text());
  }

  /** What a decided proposal changed stands; an open one is held against what runs now. */
  private long base(Proposal proposal) {
    Long made = proposal.setNumber();
    return made == null ? sets.counter().number() : made - 1;
  }

  @PostMapping("/{id}/propose")
  Detail propose(@PathVariable String id, Principal who) {
    proposals.propose(id(id), who.getName());
    return detail(id(id));
  }

  @PostMapping("/{id}/withdraw")
  Detail withdraw(@PathVariable String id, Principal who) {
    proposals.withdraw(id(id), who.getName());
    return detail(id(id));
  }

  /**
   * @param revision the revision that was looked at
   */
  record Decision(@Nullable Integer revision, @Nullable String note) {
    int seen() {
      if (revision == null) {
        throw Problems.invalid("revision", "", "must be that of the proposal that was looked at");
      }
      return revision;
    }

    String text() {
      String text = note == null ? "" : note;
      if (text.length() > RuleTrail.MAX_NOTE || !ProposalForm.isStorable(text)) {
        throw Problems.invalid(
            "note", text, "must be at most " + RuleTrail.MAX_NOTE + " characters");
      }
      return text;
    }
  }

  @PostMapping("/{id}/approve")
  Detail approve(@PathVariable String id, @RequestBody Decision decision, Principal who) {
    proposals.approve(id(id), decision.seen(), who.getName(), decision.text());
    return detail(id(id));
  }

  @PostMapping("/{id}/reject")
  Detail reject(@PathVariable String id, @RequestBody Decision decision, Principal who) {
    if (decision.text().isBlank()) {
      throw Problems.invalid("note", decision.text(), "must say why");
    }
    proposals.reject(id(id), decision.seen(), who.getName(), decision.text());
    return detail(id(id));
  }

  static long id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw Problems.notFound("nothing has the id " + text);
    }
    return Long.parseLong(text);
  }

  Detail detail(long id) {
    Proposal proposal = proposals.find(id);
    List<Change> changes = repository.changes(id);
    SiteRules base = sets.content(base(proposal));
    ChangeRows rows = new ChangeRows(book, base, base.with(changes));
    return new Detail(proposal, rows.of(changes), trail.of(id));
  }
}
