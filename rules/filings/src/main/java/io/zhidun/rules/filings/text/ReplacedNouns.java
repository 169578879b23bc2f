package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.List;
import java.util.Map;

/**
 * {@code replaced-nouns}: claims of one shape with other nouns and figures, in at least three
 * filings. Chemistry and medicine write series of that kind lawfully (Markush), so there it counts
 * half.
 */
final class ReplacedNouns implements TextDetector {

  static final double SAME_SHAPE = 0.8;
  static final double OTHER_TEXT = 0.5;
  static final int FEWEST_SIGNS = 24;
  static final int FEWEST_FILINGS = 3;

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    HeldFiling filing = arrival.filing();
    if (filing.imprint.skeleton().size() < FEWEST_SIGNS) {
      return;
    }
    List<Match> same =
        arrival.memory().sameShape(filing, SAME_SHAPE).stream()
            .filter(other -> !other.sharesFamily(filing))
            .map(other -> Match.of(filing, other))
            .filter(match -> match.claims() < OTHER_TEXT)
            .toList();
    if (same.size() < FEWEST_FILINGS - 1) {
      return;
    }
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    Match last = same.get(same.size() - 1);
    double shape = filing.imprint.skeleton().jaccard(last.other().imprint.skeleton());
    bundle.add(filing.number, filing.time(), shape, Shown.pair("same-shape-pair", last));
    double score =
        0.5 + 0.1 * Math.min(4, same.size() - 2) + 0.1 * (shape - SAME_SHAPE) / (1 - SAME_SHAPE);
    signals.accept(
        bundle.signal(
            "replaced-nouns",
            SignalFamily.TEXT,
            isSeriesField(filing.section) ? score / 2 : score,
            Map.of("filings", same.size() + 1, "similarity", Shown.rounded(shape))));
  }

  private static boolean isSeriesField(String section) {
    return section.startsWith("C07") || section.equals("A61K");
  }
}
