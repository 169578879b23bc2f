package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * {@code copied-by-same-hand}: two applicants' filings with like texts came from one device,
 * account, payer or telephone, or from one agency within a month. It speaks of who filed, not of
 * the text: so it is of another family.
 */
final class CopiedBySameHand implements TextDetector {

  static final double LEAST = 0.35;
  static final Duration SOON = Duration.ofDays(31);

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    Optional<Match> best =
        arrival.matches().stream()
            .filter(match -> !match.sameApplicant() && match.best() >= LEAST && strength(match) > 0)
            .max(Comparator.comparingDouble(CopiedBySameHand::strength));
    if (best.isEmpty()) {
      return;
    }
    Match match = best.get();
    HeldFiling filing = arrival.filing();
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(filing.number, filing.time(), strength(match), Shown.pair("same-hand-pair", match));
    signals.accept(
        bundle.signal(
            "copied-by-same-hand",
            SignalFamily.LINKAGE,
            bundle.strongest() + (bundle.filingCount() > 2 ? 0.1 : 0),
            Map.of(
                "filings", bundle.filingCount(),
                "other", match.other().number,
                "otherApplicant", match.other().applicantName)));
  }

  private static double strength(Match match) {
    if (match.filing().sharesHand(match.other())) {
      return 0.8;
    }
    boolean agency =
        match.filing().agency != null && match.filing().agency.equals(match.other().agency);
    return agency && match.days() <= SOON.toDays() ? 0.5 : 0;
  }
}
