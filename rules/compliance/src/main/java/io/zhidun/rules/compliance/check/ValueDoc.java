package io.zhidun.rules.compliance.check;

import io.zhidun.rules.compliance.record.Texts;
import java.util.List;

/** What a value of a check is: its name in evidence, its unit, its name for people. */
public record ValueDoc(String name, Unit unit, Texts title) {

  /** Whether the value may stand under this name. */
  public boolean takes(Object value) {
    return switch (unit.kind()) {
      case NUMBER -> value instanceof Number number && Double.isFinite(number.doubleValue());
      case YES_NO -> value instanceof Boolean;
      case LIST ->
          value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
      case TEXT -> value instanceof String;
    };
  }
}
