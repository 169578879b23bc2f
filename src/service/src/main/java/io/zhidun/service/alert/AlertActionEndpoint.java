package io.zhidun.service.alert;

import io.zhidun.service.web.Problems;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What operators and engineers do with an alert; each answers the alert as it is afterwards. */
@RestController
@RequestMapping("/api/v1/alerts/{id}")
class AlertActionEndpoint {
  private final AlertActions actions;
  private final AlertDetail detail;

  AlertActionEndpoint(AlertActions actions, AlertDetail detail) {
    this.actions = actions;
    this.detail = detail;
  }

  @PostMapping("/acknowledge")
  ObjectNode acknowledge(
      @PathVariable String id, @RequestBody(required = false) @Nullable Note note, Principal who) {
    long alert = AlertEndpoint.id(id);
    actions.acknowledge(alert, who.getName(), text(note));
    return detail.of(alert);
  }

  @PostMapping("/resolve")
  ObjectNode resolve(
      @PathVariable String id, @RequestBody(required = false) @Nullable Note note, Principal who) {
    long alert = AlertEndpoint.id(id);
    actions.close(alert, who.getName(), required(note));
    return detail.of(alert);
  }

  @PostMapping("/notes")
  ObjectNode note(
      @PathVariable String id, @RequestBody(required = false) @Nullable Note note, Principal who) {
    long alert = AlertEndpoint.id(id);
    actions.note(alert, who.getName(), required(note));
    return detail.of(alert);
  }

  private static String required(@Nullable Note note) {
    String text = text(note);
    if (text.isBlank()) {
      throw Problems.invalid("note", text, "must not be empty");
    }
    return text;
  }

  private static String text(@Nullable Note note) {
    if (note == null || note.note() == null) {
      return "";
    }
    if (note.note().length() > TrailEntry.MAX_NOTE) {
      throw Problems.invalid(
          "note", note.note(), "must be at most " + TrailEntry.MAX_NOTE + " characters");
    }
    return note.note();
  }

  record Note(@Nullable String note) {}
}
