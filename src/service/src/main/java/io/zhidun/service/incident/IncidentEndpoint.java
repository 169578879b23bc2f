package io.zhidun.service.incident;

import io.zhidun.cause.Texts;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.rank.Explanation;
import io.zhidun.cause.topology.Node;
import io.zhidun.service.incident.IncidentRepository.Entry;
import io.zhidun.service.topology.ServiceMap;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incidents, their explanation, and what people do about them. */
@RestController
@RequestMapping("/api/v1")
class IncidentEndpoint {
  private static final int MOST_ID = 100;
  private static final int MOST_TITLE = 512;

  private final IncidentRepository repository;
  private final Incidents incidents;
  private final Gathering gathering;
  private final ServiceMap map;

  IncidentEndpoint(
      IncidentRepository repository, Incidents incidents, Gathering gathering, ServiceMap map) {
    this.repository = repository;
    this.incidents = incidents;
    this.gathering = gathering;
    this.map = map;
  }

  /**
   * An incident whole.
   *
   * @param alerts ids of all that lie under it
   * @param runbook label of the likeliest cause's node, or null
   * @param similar the last resolved one with the same cause, or null
   */
  record Detail(
      Incident.Row incident,
      Explanation explanation,
      List<String> alerts,
      @Nullable String runbook,
      Incident.@Nullable Row similar,
      List<Entry> trail) {}

  /** Words to an act. */
  record NoteForm(@Nullable String note) {}

  /** A deployment or a change of configuration. */
  record ChangeForm(
      @Nullable String id,
      @Nullable String node,
      @Nullable String kind,
      @Nullable Instant at,
      @Nullable Texts title) {
    Fact fact() {
      List<Fault> faults = new ArrayList<>();
      String known = text("id", id, faults);
      String where = text("node", node, faults);
      if (!"deployment".equals(kind) && !"configuration".equals(kind)) {
        faults.add(
            Fault.of("kind", kind == null ? "" : kind, "must be deployment or configuration"));
      }
      if (known.startsWith("alert-")) {
        faults.add(Fault.of("id", known, "must not begin as an alert's"));
      }
      if (at == null) {
        faults.add(Fault.of("at", "", "must be a time with zone"));
      }
      Signal signal = "deployment".equals(kind) ? Signal.DEPLOYMENT : Signal.CONFIGURATION;
      Texts called = title == null ? signal.text() : title;
      if (called.zh().length() > MOST_TITLE || called.en().length() > MOST_TITLE) {
        faults.add(
            Fault.of("title", called.en(), "must have at most " + MOST_TITLE + " characters"));
      }
      if (!faults.isEmpty() || at == null) {
        throw Problems.invalid(faults);
      }
      return new Fact("change-" + known, where, at, signal, 1, called);
    }

    private static String text(String name, @Nullable String value, List<Fault> faults) {
      String text = value == null ? "" : value.strip();
      if (text.isEmpty() || text.length() > MOST_ID) {
        faults.add(Fault.of(name, text, "must have 1 to " + MOST_ID + " characters"));
      }
      return text;
    }
  }

  @GetMapping("/incidents")
  Page<Incident.Row> list(
      @RequestParam(required = false) @Nullable List<String> state,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > Page.MAX_LIMIT) {
      throw Problems.invalid("limit", limit + "", "must be 1 to " + Page.MAX_LIMIT);
    }
    List<IncidentState> states = states(state);
    List<Incident.Row> rows = repository.list(states, limit).stream().map(Incident::row).toList();
    return new Page<>(rows, null, repository.count(states));
  }

  private static List<IncidentState> states(@Nullable List<String> labels) {
    if (labels == null || labels.isEmpty()) {
      return List.of(IncidentState.values());
    }
    List<IncidentState> states = new ArrayList<>();
    for (String label : labels) {
      try {
        states.add(IncidentState.of(label));
      } catch (IllegalArgumentException e) {
        throw Problems.invalid("state", label, "must be one of open, acknowledged, resolved");
      }
    }
    return states;
  }

  @GetMapping("/incidents/{id}")
  Detail detail(@PathVariable long id) {
    Incident one = incidents.require(id);
    return new Detail(
        one.row(),
        one.explanation(),
        repository.factsOf(id).stream().filter(AlertFacts::isAlert).map(AlertFacts::alert).toList(),
        runbook(one),
        repository.similar(one).map(Incident::row).orElse(null),
        repository.trail(id));
  }

  private @Nullable String runbook(Incident one) {
    String cause = one.causeNode();
    Node node = cause == null ? null : map.at(one.explanation().mapAt()).node(cause);
    return node == null ? null : node.labels().get("runbook");
  }

  @PostMapping("/incidents/{id}/acknowledge")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(@PathVariable long id, @RequestBody NoteForm form, Principal who) {
    incidents.acknowledge(id, who.getName(), form.note());
  }

  @PostMapping("/incidents/{id}/resolve")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resolve(@PathVariable long id, @RequestBody NoteForm form, Principal who) {
    incidents.resolve(id, who.getName(), form.note());
  }

  @PostMapping("/incidents/{id}/notes")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void note(@PathVariable long id, @RequestBody NoteForm form, Principal who) {
    incidents.note(id, who.getName(), form.note());
  }

  @PostMapping("/changes")
  @ResponseStatus(HttpStatus.CREATED)
  void change(@RequestBody ChangeForm form) {
    gathering.changed(form.fact());
  }
}
