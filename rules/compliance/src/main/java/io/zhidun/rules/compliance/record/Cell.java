package io.zhidun.rules.compliance.record;

import java.time.Instant;
import java.util.List;

/**
 * A requirement on one object.
 *
 * @param object id of the asset, or of the system
 * @param reason in words, with the values that decided
 * @param evidence ids
 */
public record Cell(
    String item,
    String object,
    Result result,
    Texts reason,
    List<String> evidence,
    Judge judge,
    Instant judgedAt) {

  public Cell {
    evidence = List.copyOf(evidence);
  }
}
