package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.CaseActions.Moved;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What reviewers do with cases; who may reach this is said where access is configured. */
@RestController
@RequestMapping("/api/v1/filing-cases")
class CaseActionEndpoint {
  private static final int MOST_IDS = 200;

  private final CaseActions actions;
  private final CaseDetail detail;

  CaseActionEndpoint(CaseActions actions, CaseDetail detail) {
    this.actions = actions;
    this.detail = detail;
  }

  @PostMapping("/{id}/moves")
  ObjectNode move(@PathVariable String id, @RequestBody Move move, Principal who) {
    long one = CaseEndpoint.id(id);
    actions.move(
        one, who.getName(), CaseMove.read(move.to, move.note, move.replyDays, move.outcomes));
    return detail.of(one);
  }

  @PostMapping("/moves")
  Moved moveAll(@RequestBody Moves moves, Principal who) {
    List<Long> ids =
        moves.ids == null
            ? List.of()
            : moves.ids.stream().filter(Objects::nonNull).distinct().toList();
    if (ids.isEmpty() || ids.size() > MOST_IDS) {
      throw Problems.invalid(
          "ids", Integer.toString(ids.size()), "must be 1 to " + MOST_IDS + " ids");
    }
    return actions.moveAll(
        ids, who.getName(), CaseMove.read(moves.to, moves.note, moves.replyDays, moves.outcomes));
  }

  @PostMapping("/{id}/assignee")
  ObjectNode assign(@PathVariable String id, @RequestBody Assignee assignee, Principal who) {
    long one = CaseEndpoint.id(id);
    String username = assignee.username;
    actions.assign(one, who.getName(), username == null || username.isBlank() ? null : username);
    return detail.of(one);
  }

  @PostMapping("/{id}/notes")
  ObjectNode note(@PathVariable String id, @RequestBody Note note, Principal who) {
    long one = CaseEndpoint.id(id);
    actions.note(one, who.getName(), CaseMove.note(note.note));
    return detail.of(one);
  }

  record Move(
      @Nullable String to,
      @Nullable String note,
      @Nullable Integer replyDays,
      @Nullable List<CaseMove.Outcome> outcomes) {}

  record Moves(
      @Nullable List<Long> ids,
      @Nullable String to,
      @Nullable String note,
      @Nullable Integer replyDays,
      @Nullable List<CaseMove.Outcome> outcomes) {}

  record Assignee(@Nullable String username) {}

  record Note(@Nullable String note) {}
}
