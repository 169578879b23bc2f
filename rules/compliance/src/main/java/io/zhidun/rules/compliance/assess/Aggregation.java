package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Waiver;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From a requirement on its objects to the requirement (GB/T 28448: some failing is partly met).
 */
final class Aggregation {
  private Aggregation() {}

  static ItemResult of(String item, List<Cell> cells, List<Waiver> waivers, Instant now) {
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    cells.forEach(cell -> counts.merge(cell.result(), 1, Integer::sum));
    Result result = result(counts);
    boolean waived =
        isFailing(result)
            && cells.stream()
                .filter(cell -> isFailing(cell.result()))
                .allMatch(cell -> waivers.stream().anyMatch(one -> covers(one, cell, now)));
    return new ItemResult(item, result, counts, waived);
  }

  /** What fails is known, whatever else is open; what is met needs all objects shown. */
  static Result result(Map<Result, Integer> counts) {
    boolean met = counts.containsKey(Result.MET);
    boolean partly = counts.containsKey(Result.PARTLY_MET);
    boolean notMet = counts.containsKey(Result.NOT_MET);
    if (partly || notMet && met) {
      return Result.PARTLY_MET;
    }
    if (notMet) {
      return Result.NOT_MET;
    }
    if (counts.containsKey(Result.NO_EVIDENCE)) {
      return Result.NO_EVIDENCE;
    }
    if (counts.containsKey(Result.NOT_ASSESSED)) {
      return Result.NOT_ASSESSED;
    }
    return met ? Result.MET : Result.NOT_APPLICABLE;
  }

  static boolean isFailing(Result result) {
    return result == Result.NOT_MET || result == Result.PARTLY_MET;
  }

  private static boolean covers(Waiver waiver, Cell cell, Instant now) {
    return waiver.item().equals(cell.item())
        && (waiver.object().equals(PersonDecision.ALL) || waiver.object().equals(cell.object()))
        && now.isBefore(waiver.expiresAt());
  }
}
