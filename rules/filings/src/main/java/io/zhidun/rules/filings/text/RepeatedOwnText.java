package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.List;
import java.util.Map;

/**
 * {@code repeated-own-text}: one applicant files the same content at least three times within a
 * year, outside of families. Two alike may be an honest series.
 */
final class RepeatedOwnText implements TextDetector {

  static final double SAME = 0.8;
  static final int FEWEST = 3;
  static final long DAYS = 365;

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    List<Match> own =
        arrival.matches().stream()
            .filter(match -> match.sameApplicant() && match.days() <= DAYS && match.best() >= SAME)
            .toList();
    if (own.size() < FEWEST - 1) {
      return;
    }
    HeldFiling filing = arrival.filing();
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    for (Match match : own.subList(Math.max(0, own.size() - 3), own.size())) {
      bundle.add(
          match.other().number, match.other().time(), match.best(), Shown.pair("own-pair", match));
    }
    Match last = own.get(own.size() - 1);
    bundle.add(filing.number, filing.time(), last.best(), Shown.pair("own-pair", last));
    signals.accept(
        bundle.signal(
            "repeated-own-text",
            SignalFamily.TEXT,
            0.6 + 0.1 * Math.min(4, own.size() - 1),
            Map.of("filings", own.size() + 1, "similarity", Shown.rounded(bundle.strongest()))));
  }
}
