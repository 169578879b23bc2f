package io.zhidun.service.continuity;

import io.zhidun.service.continuity.ContinuityViews.ExerciseView;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exercises, as engineers conduct them. */
@RestController
@RequestMapping("/api/v1/continuity")
class ExerciseEndpoint {
  private static final int MOST_WORDS = 2_000;
  private static final int MOST_FINDINGS = 30;
  private static final int MOST_FINDING = 300;
  private static final long MOST_SECONDS = 366L * 86_400;

  private final Exercises exercises;
  private final ContinuityViews views;

  ExerciseEndpoint(Exercises exercises, ContinuityViews views) {
    this.exercises = exercises;
    this.views = views;
  }

  record Begin(@Nullable String kind, @Nullable String scenario) {}

  @PostMapping("/systems/{id}/exercises")
  @ResponseStatus(HttpStatus.CREATED)
  ExerciseView start(@PathVariable String id, @RequestBody Begin begin, Principal who) {
    String kind = begin.kind() == null ? "" : begin.kind();
    if (!kind.equals(Exercise.SWITCH_OVER) && !kind.equals(Exercise.REHEARSAL)) {
      throw Problems.invalid("kind", kind, "must be switch-over or rehearsal");
    }
    String scenario = text("scenario", begin.scenario(), 2);
    return view(exercises.start(id, kind, scenario, who.getName()));
  }

  @PostMapping("/exercises/{id}/steps/{position}/begin")
  ExerciseView begin(@PathVariable String id, @PathVariable int position, Principal who) {
    return view(exercises.begin(id, position, who.getName()));
  }

  record End(@Nullable String outcome, @Nullable String note) {}

  @PostMapping("/exercises/{id}/steps/{position}/end")
  ExerciseView end(
      @PathVariable String id, @PathVariable int position, @RequestBody End end, Principal who) {
    Outcome outcome = outcome(end.outcome() == null ? "" : end.outcome());
    // What did not go as planned is worth a word; what did needs none.
    String note = text("note", end.note(), outcome == Outcome.DONE ? 0 : 2);
    return view(exercises.end(id, position, outcome, note, who.getName()));
  }

  private static Outcome outcome(String text) {
    for (Outcome one : List.of(Outcome.DONE, Outcome.FAILED, Outcome.SKIPPED)) {
      if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
        return one;
      }
    }
    throw Problems.invalid("outcome", text, "must be done, failed or skipped");
  }

  record Abort(@Nullable String reason) {}

  @PostMapping("/exercises/{id}/abort")
  ExerciseView abort(@PathVariable String id, @RequestBody Abort abort, Principal who) {
    return view(exercises.abort(id, text("reason", abort.reason(), 2), who.getName()));
  }

  /**
   * How an exercise ended.
   *
   * @param lostSeconds work that was lost; null where it was not measured, which does not pass
   */
  record Complete(
      @Nullable String summary,
      @Nullable Long lostSeconds,
      @Nullable List<@Nullable String> findings) {}

  @PostMapping("/exercises/{id}/complete")
  ExerciseView complete(@PathVariable String id, @RequestBody Complete end, Principal who) {
    Long lost = end.lostSeconds();
    if (lost != null && (lost < 0 || lost > MOST_SECONDS)) {
      throw Problems.invalid("lostSeconds", lost + "", "must be 0 to " + MOST_SECONDS);
    }
    return view(
        exercises.complete(
            id,
            text("summary", end.summary(), 2),
            lost == null ? null : Duration.ofSeconds(lost),
            findings(end.findings()),
            who.getName()));
  }

  private static List<String> findings(@Nullable List<@Nullable String> sent) {
    List<String> findings = new ArrayList<>();
    for (String one : sent == null ? List.<@Nullable String>of() : sent) {
      String text = one == null ? "" : one.strip();
      if (text.isEmpty() || text.length() > MOST_FINDING || findings.size() == MOST_FINDINGS) {
        throw Problems.invalid(
            "findings",
            text,
            "must be at most " + MOST_FINDINGS + " texts of 1 to " + MOST_FINDING + " characters");
      }
      findings.add(text);
    }
    return findings;
  }

  private static String text(String name, @Nullable String value, int least) {
    String text = value == null ? "" : value.strip();
    if (text.length() < least || text.length() > MOST_WORDS) {
      throw Problems.invalid(
          name, text, "must have " + least + " to " + MOST_WORDS + " characters");
    }
    return text;
  }

  private ExerciseView view(Exercise one) {
    return views.exercise(one, exercises.planOf(one));
  }
}
