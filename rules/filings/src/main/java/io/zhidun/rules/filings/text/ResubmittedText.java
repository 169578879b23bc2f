package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** {@code resubmitted-text}: the text of a filing that was withdrawn after a notice comes again. */
final class ResubmittedText implements TextDetector {

  static final double SAME = 0.7;

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    Optional<Match> withdrawn =
        arrival.matches().stream()
            .filter(
                match -> match.best() >= SAME && match.other().noticed && match.other().withdrawn)
            .max(Comparator.comparingDouble(Match::best));
    if (withdrawn.isEmpty()) {
      return;
    }
    Match match = withdrawn.get();
    HeldFiling filing = arrival.filing();
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(filing.number, filing.time(), match.best(), Shown.pair("resubmitted-pair", match));
    signals.accept(
        bundle.signal(
            "resubmitted-text",
            SignalFamily.HISTORY,
            0.85 + 0.15 * match.best(),
            Map.of(
                "filings", bundle.filingCount(),
                "similarity", Shown.rounded(match.best()),
                "other", match.other().number)));
  }
}
