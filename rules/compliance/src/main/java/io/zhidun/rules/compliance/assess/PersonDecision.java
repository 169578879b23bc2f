package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.record.Result;
import java.time.Instant;
import java.util.List;

/**
 * What a named person says about a requirement.
 *
 * @param object id, or * for all objects of the item
 * @param signer account of the person
 * @param approver of what is not applicable, never the signer; empty otherwise
 * @param reason in the person's words; an attestation speaks by its files
 * @param evidence ids of the evidence or files that it rests on
 * @param expiresAt after it the decision supports nothing
 */
public record PersonDecision(
    String id,
    Kind kind,
    String item,
    String object,
    Result result,
    String signer,
    String approver,
    String reason,
    List<String> evidence,
    Instant decidedAt,
    Instant expiresAt) {

  /** For all objects of the item. */
  public static final String ALL = "*";

  /** What kind of word it is. */
  public enum Kind {
    /** Signs documents that show the requirement. */
    ATTESTATION,
    /** An assessor decides on what the platform collected, or on site. */
    ASSESSMENT,
    /** An assessor disagrees with the rules. */
    OVERRULING,
    /** The requirement does not apply. */
    INAPPLICABILITY
  }

  public PersonDecision {
    evidence = List.copyOf(evidence);
    String place = "decision " + id + " on " + item + ": ";
    require(!signer.isBlank(), place + "nobody signed");
    require(!item.isBlank() && !object.isBlank(), place + "without item or object");
    require(
        expiresAt.isAfter(decidedAt), place + "expires at " + expiresAt + ", before it was made");
    require(
        (result == Result.NOT_APPLICABLE) == (kind == Kind.INAPPLICABILITY),
        place + result.wire() + " does not go with " + kind);
    require(
        result != Result.NOT_ASSESSED && result != Result.NO_EVIDENCE,
        place + result.wire() + " decides nothing");
    require(kind == Kind.ATTESTATION || !reason.isBlank(), place + "without reason");
    require(
        kind != Kind.INAPPLICABILITY || !approver.isBlank() && !approver.equals(signer),
        place + "not applicable needs an approver who is not the signer");
    require(
        kind != Kind.ATTESTATION && (kind != Kind.OVERRULING || result != Result.MET)
            || !evidence.isEmpty(),
        place + "needs evidence");
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }
}
