package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * {@code title-only-change}: claims and description of an earlier filing under another title, as in
 * the cases that the office made known in September 2023.
 */
final class ChangedTitle implements TextDetector {

  static final double SAME_BODY = 0.9;
  static final double OTHER_TITLE = 0.3;

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    Optional<Match> same =
        arrival.matches().stream()
            .filter(match -> match.body() >= SAME_BODY && match.titles() <= OTHER_TITLE)
            .max(Comparator.comparingDouble(Match::body));
    if (same.isEmpty()) {
      return;
    }
    Match match = same.get();
    HeldFiling filing = arrival.filing();
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(filing.number, filing.time(), match.body(), Shown.pair("title-only-change", match));
    signals.accept(
        bundle.signal(
            "title-only-change",
            SignalFamily.TEXT,
            score(match, bundle),
            Map.of(
                "filings", bundle.filingCount(),
                "similarity", Shown.rounded(bundle.strongest()),
                "other", match.other().number,
                "parts", match.bodyIs("权利要求书与说明书", "摘要"),
                "partsEn", match.bodyIs("claims and description are", "the abstract is"),
                "title", filing.title,
                "otherTitle", match.other().title)));
  }

  /** Another applicant's text weighs more than one's own; the judge asks for 0.9. */
  private static double score(Match match, Bundle bundle) {
    double many = bundle.filingCount() > 1 ? 0.1 : 0;
    return (match.sameApplicant() ? 0.75 : 0.9) + many;
  }
}
