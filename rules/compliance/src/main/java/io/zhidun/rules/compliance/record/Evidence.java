package io.zhidun.rules.compliance.record;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a check found on one object. Never changed; a later look is new evidence.
 *
 * @param id hash of its content: the same look gives the same id
 * @param check code of the check, as in log-retention
 * @param collector who looked: part and version, or the account that attached a document
 * @param object id of the asset, or of the system where the whole system was looked at
 * @param from begin of the time that was looked at, inclusive
 * @param to its end, exclusive
 * @param query what was asked, so that a person can ask again
 * @param values what was found: numbers, texts, booleans and lists of texts, in units that the
 *     check's documentation names
 * @param expiresAt after it the evidence is stale and supports nothing
 * @param sm3 of its canonical content, lower-case hex
 */
public record Evidence(
    String id,
    String check,
    String collector,
    String system,
    String object,
    Instant collectedAt,
    Instant from,
    Instant to,
    String query,
    Map<String, Object> values,
    Instant expiresAt,
    String sm3) {

  public Evidence {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** Whether it still supports a verdict. */
  public boolean isFresh(Instant now) {
    return now.isBefore(expiresAt);
  }
}
