package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A clue (线索) that a reviewer should look at, with its evidence; not a verdict.
 *
 * <p>The id is a function of subject and kind: a later indication with the same id replaces the
 * earlier one.
 *
 * @param kind {@code P1} to {@code P9} (Order 77), {@code T1} to {@code T10} (trademarks)
 * @param score from 0 to 1, the sum of its parts
 * @param filings application numbers, at most 200, in order of time
 * @param members of a linked group; empty for other subjects
 * @param version of rules and weights
 */
public record Indication(
    String id,
    Subject subject,
    String kind,
    Texts kindName,
    String register,
    Tier tier,
    double score,
    Instant first,
    Instant last,
    List<String> filings,
    int filingCount,
    List<Member> members,
    List<SignalPart> signals,
    List<Evidence> evidence,
    List<LegalBasis> legalBases,
    Texts explanation,
    String version) {

  public Indication {
    filings = List.copyOf(filings);
    members = List.copyOf(members);
    signals = List.copyOf(signals);
    evidence = List.copyOf(evidence);
    legalBases = List.copyOf(legalBases);
  }
}
