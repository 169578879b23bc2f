package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Result;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results by the names that JSON and columns have for them. */
final class Results {
  private Results() {}

  /**
   * @throws IllegalArgumentException naming the value when it is none of them
   */
  static Result of(String wire) {
    return Arrays.stream(Result.values())
        .filter(one -> one.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wire));
  }

  /** Counts by name, all results present. */
  static Map<String, Integer> named(Map<Result, Integer> counts) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (Result one : Result.values()) {
      named.put(one.wire(), counts.getOrDefault(one, 0));
    }
    return named;
  }

  /** Whether a person may say it of an object outright. */
  static boolean isVerdict(Result result) {
    return result == Result.MET || result == Result.PARTLY_MET || result == Result.NOT_MET;
  }
}
