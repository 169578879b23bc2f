package io.zhidun.rules.sigma;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * The verdict on one rule of a file.
 *
 * @param id its id, or empty when the file could not be read
 * @param path the file
 * @param status verdict
 * @param reasons what stands against it, each with its place
 */
public record RuleCheck(String id, String path, Status status, List<String> reasons) {
  public RuleCheck {
    reasons = List.copyOf(reasons);
  }

  /** Whether a rule can run. */
  public enum Status {
    /** It runs. */
    OK,
    /** It is right, and the engine cannot do what it asks. */
    UNSUPPORTED,
    /** It is wrong. */
    ERROR;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The verdict that faults make. */
  public static RuleCheck of(String id, String path, List<Fault> faults) {
    Status status = faults.isEmpty() ? Status.OK : Status.ERROR;
    if (!faults.isEmpty() && faults.stream().allMatch(Fault::unsupported)) {
      status = Status.UNSUPPORTED;
    }
    return new RuleCheck(id, path, status, faults.stream().map(Fault::toString).toList());
  }
}
