package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** {@code near-duplicate-text}: the text of another applicant's earlier filing. */
final class CopiedText implements TextDetector {

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    Optional<Match> best =
        arrival.matches().stream()
            .filter(match -> !match.sameApplicant())
            .max(Comparator.comparingDouble(Match::best));
    if (best.isEmpty()) {
      return;
    }
    Match match = best.get();
    HeldFiling filing = arrival.filing();
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(
        filing.number, filing.time(), match.best(), Shown.pair("near-duplicate-pair", match));
    signals.accept(
        bundle.signal(
            "near-duplicate-text",
            SignalFamily.TEXT,
            score(bundle),
            Map.of(
                "filings",
                bundle.filingCount(),
                "similarity",
                Shown.rounded(bundle.strongest()),
                "other",
                match.other().number,
                "otherApplicant",
                match.other().applicantName)));
  }

  private static double score(Bundle bundle) {
    double alike = (bundle.strongest() - Match.LEAST_ABSTRACT) / (1 - Match.LEAST_ABSTRACT);
    double many = Math.min(1, Math.log(bundle.filingCount()) / Math.log(16));
    return 0.4 + 0.4 * alike + 0.2 * many;
  }
}
