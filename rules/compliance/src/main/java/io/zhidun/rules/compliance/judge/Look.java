package io.zhidun.rules.compliance.judge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check found on an object, or that it found nothing usable: a fact of the rules.
 *
 * @param check its code
 * @param object that was looked at
 * @param state whether it may be used
 * @param evidence id; empty where there is none
 * @param values of fresh evidence; empty otherwise
 */
public record Look(
    String check, String object, State state, String evidence, Map<String, Object> values) {

  /** What the evidence is worth. */
  public enum State {
    FRESH,
    STALE,
    ABSENT
  }

  static Look absent(String check, String object) {
    return new Look(check, object, State.ABSENT, "", Map.of());
  }

  public boolean isFresh() {
    return state == State.FRESH;
  }

  /** The number, the length of the list or 1 for yes and 0 for no; null where there is none. */
  @Nullable Double number(String name) {
    Object value = values.get(name);
    if (value instanceof Number number) {
      double amount = number.doubleValue();
      return Double.isFinite(amount) ? amount : null;
    }
    if (value instanceof List<?> list) {
      return (double) list.size();
    }
    return value instanceof Boolean yes ? (yes ? 1.0 : 0.0) : null;
  }

  /** The number, or what is given where there is none. */
  public double numberOr(String name, double otherwise) {
    Double number = number(name);
    return number == null ? otherwise : number;
  }

  /** Whether the value is there and is that yes or no. */
  public boolean is(String name, boolean yes) {
    return values.get(name) instanceof Boolean found && found == yes;
  }

  /** Entries of the list; 0 where there is none. */
  public int size(String name) {
    return values.get(name) instanceof List<?> list ? list.size() : 0;
  }
}
