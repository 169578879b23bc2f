package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules say about the questions of one object. Lives as long as one judging. */
public final class Opinion {
  private static final Comparator<Weighed> ORDER =
      Comparator.comparing(Weighed::outcome)
          .thenComparing(Weighed::weight)
          .thenComparing(Weighed::check)
          .thenComparing(Weighed::value)
          .thenComparing(weighed -> weighed.words().zh());

  private final Limits limits;
  private final Wording wording;
  private final Checks checks;
  private final Map<Question, List<Weighed>> weighed = new LinkedHashMap<>();
  private final Map<Question, Result> results = new LinkedHashMap<>();

  Opinion(Limits limits, Checks checks) {
    this.limits = limits;
    this.checks = checks;
    wording = new Wording(checks);
  }

  /** Holds a value against a limit. Called by the rules. */
  public void weigh(Question question, Look look, Criterion criterion) {
    String value = criterion.value();
    Double found = look.number(value);
    if (!look.isFresh() || found == null) {
      Texts words = wording.missing(look, value);
      add(question, Weighed.Outcome.MISSING, criterion.weight(), look, value, words);
      return;
    }
    Comparison comparison = criterion.comparison();
    double bound = bound(criterion, question.tier());
    boolean holds = comparison.holds(found, bound);
    add(
        question,
        holds ? Weighed.Outcome.HELD : Weighed.Outcome.FAILED,
        criterion.weight(),
        look,
        value,
        wording.compared(look, value, comparison, bound));
  }

  private double bound(Criterion criterion, Tier tier) {
    return criterion.comparison() == Comparison.IS
        ? criterion.limit().equals("yes") ? 1 : 0
        : limits.number(criterion.limit(), tier);
  }

  /** A core criterion that fails for a reason of its own. Called by the rules. */
  public void fail(Question question, Look look, String value, String zh, String en) {
    add(question, Weighed.Outcome.FAILED, Weight.CORE, look, value, new Texts(zh, en));
  }

  /** Settles a question. Called by the rules. */
  public void decide(Tally tally, Result result) {
    results.put(tally.question(), result);
  }

  private void add(
      Question question,
      Weighed.Outcome outcome,
      Weight weight,
      Look look,
      String value,
      Texts words) {
    weighed
        .computeIfAbsent(question, q -> new ArrayList<>())
        .add(new Weighed(outcome, weight, look.check(), value, words));
  }

  Tally tally(Question question, Map<String, Look> looks) {
    int coreFailed = 0;
    int partFailed = 0;
    int missing = 0;
    int held = 0;
    for (Weighed one : weighed.getOrDefault(question, List.of())) {
      boolean failed = one.outcome() == Weighed.Outcome.FAILED;
      coreFailed += failed && one.weight() == Weight.CORE ? 1 : 0;
      partFailed += failed && one.weight() == Weight.PART ? 1 : 0;
      missing += one.outcome() == Weighed.Outcome.MISSING ? 1 : 0;
      held += one.outcome() == Weighed.Outcome.HELD ? 1 : 0;
    }
    int fresh = (int) serving(question, looks).stream().filter(Look::isFresh).count();
    return new Tally(question, question.decides(), coreFailed, partFailed, missing, held, fresh);
  }

  private List<Look> serving(Question question, Map<String, Look> looks) {
    List<Look> serving = new ArrayList<>();
    checks
        .of(question.point())
        .forEach(
            check -> {
              Look look = looks.get(check.code());
              if (look != null) {
                serving.add(look);
              }
            });
    return serving;
  }

  /** What came out of the question, in words that name the deciding values. */
  Verdict verdict(Question question, Map<String, Look> looks) {
    Result result = results.getOrDefault(question, Result.NO_EVIDENCE);
    List<Weighed> all = new ArrayList<>(weighed.getOrDefault(question, List.of()));
    all.sort(ORDER);
    List<Look> serving = serving(question, looks);
    return new Verdict(
        question.item(),
        question.object(),
        result,
        question.decides() ? wording.decided(result, all) : wording.collected(serving),
        serving.stream().map(Look::evidence).filter(id -> !id.isEmpty()).toList(),
        rule(question, first(all)));
  }

  private static @Nullable Weighed first(List<Weighed> sorted) {
    return sorted.isEmpty() ? null : sorted.get(0);
  }

  private static String rule(Question question, @Nullable Weighed deciding) {
    return deciding == null
        ? question.point()
        : question.point() + "/" + deciding.check() + "." + deciding.value();
  }
}
