package io.zhidun.rules.compliance.crypto;

import io.zhidun.rules.compliance.record.Result;
import java.util.List;

/**
 * What was found of one unit.
 *
 * @param result of a management unit; of a technical one only whether it applies
 * @param objects of a technical unit
 * @param reason why it does not apply, or what was found
 */
public record CryptoAnswer(String unit, Result result, List<CryptoObject> objects, String reason) {

  public CryptoAnswer {
    objects = List.copyOf(objects);
    if (result == Result.NOT_APPLICABLE && reason.isBlank()) {
      throw new IllegalArgumentException("unit " + unit + " does not apply, without a reason");
    }
  }
}
