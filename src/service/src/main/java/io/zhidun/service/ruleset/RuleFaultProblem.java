package io.zhidun.service.ruleset;

import io.zhidun.rules.sigma.Fault;
import io.zhidun.service.web.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Rules were refused; the problem carries what stands against them, in {@code faults}. */
final class RuleFaultProblem {
  /** More than a person reads; the detail says how many there are. */
  private static final int SHOWN = 500;

  private RuleFaultProblem() {}

  static ErrorResponseException of(List<Fault> faults) {
    return of(faults, List.of());
  }

  /**
   * @param alsoDisable ids of correlations that could be switched off in the same proposal, so that
   *     nothing refers to what it takes away
   */
  static ErrorResponseException of(List<Fault> faults, List<String> alsoDisable) {
    return Problems.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "rule-faults",
        faults.size() + (faults.size() == 1 ? " fault: " : " faults, the first: ") + faults.get(0),
        Map.of("faults", faults.stream().limit(SHOWN).toList(), "alsoDisable", alsoDisable));
  }
}
