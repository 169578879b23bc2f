package io.zhidun.rules.compliance.check;

import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.rules.compliance.record.Evidence;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A look that was taken, on its way to being evidence.
 *
 * @param collector who looked: part and version
 * @param system id of the protected system
 * @param object id of the asset, or of the system
 * @param from begin of the time looked at, inclusive
 * @param to its end, exclusive
 * @param query what was asked, so that a person can ask again
 * @param values by the names of the check's documentation
 */
public record Looked(
    String collector,
    String system,
    String object,
    Instant collectedAt,
    Instant from,
    Instant to,
    String query,
    Map<String, Object> values) {
  /** Code of evidence that is a document: no check finds it, a person brings it. */
  public static final String DOCUMENT = "document";

  private static final JsonMapper JSON = new JsonMapper();
  private static final int ID_DIGITS = 32;

  public Looked {
    values = new TreeMap<>(values);
    if (collector.isBlank() || system.isBlank() || object.isBlank()) {
      throw new IllegalArgumentException("evidence without collector, system or object");
    }
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("evidence of a time that ends before it begins: " + from);
    }
  }

  /**
   * The evidence: the same look gives the same id and hash.
   *
   * @throws IllegalArgumentException where a value is not one that the check documents
   */
  public Evidence as(Check check) {
    values.forEach(
        (name, value) -> {
          ValueDoc doc = check.values().get(name);
          if (doc == null || !doc.takes(value)) {
            throw new IllegalArgumentException(
                "check "
                    + check.code()
                    + ": "
                    + name
                    + " = "
                    + value
                    + (doc == null ? " is not documented" : " is no " + doc.unit().code()));
          }
        });
    return evidence(check.code(), collectedAt.plus(check.fresh()));
  }

  /**
   * A document that somebody attached, as evidence; the values name the file, its size and hash.
   *
   * @param expiresAt when it has to be brought anew
   */
  public Evidence asDocument(Instant expiresAt) {
    return evidence(DOCUMENT, expiresAt);
  }

  private Evidence evidence(String check, Instant expiresAt) {
    String sm3 = Sm3.hex(canonical(check));
    return new Evidence(
        "ev-" + sm3.substring(0, ID_DIGITS),
        check,
        collector,
        system,
        object,
        collectedAt,
        from,
        to,
        query,
        values,
        expiresAt,
        sm3);
  }

  /**
   * Whether nobody changed the evidence since it was made. What it expires at is not part of the
   * hash: how long evidence supports is the check's matter, not the look's.
   */
  public static boolean isWhole(Evidence evidence) {
    Looked look =
        new Looked(
            evidence.collector(),
            evidence.system(),
            evidence.object(),
            evidence.collectedAt(),
            evidence.from(),
            evidence.to(),
            evidence.query(),
            evidence.values());
    return Sm3.hex(look.canonical(evidence.check())).equals(evidence.sm3());
  }

  private byte[] canonical(String check) {
    Map<String, Object> content = new TreeMap<>();
    content.put("check", check);
    content.put("collector", collector);
    content.put("system", system);
    content.put("object", object);
    content.put("collectedAt", collectedAt.toString());
    content.put("from", from.toString());
    content.put("to", to.toString());
    content.put("query", query);
    content.put("values", values);
    return JSON.writeValueAsBytes(content);
  }
}
