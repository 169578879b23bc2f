package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code near-duplicate-text}: the text of another applicant's earlier filing. {@code
 * same-text-by-many}: of several of them, so that at least three applicants file one text.
 */
final class CopiedText implements TextDetector {

  /** Two others with a text as like as this make it one that many file. */
  static final double CLUSTER = 0.3;

  static final int FEWEST_OTHERS = 2;
  private static final int MOST_LISTED = 20;

  private final Bundles copies = new Bundles();
  private final Bundles clusters = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    List<Match> others =
        arrival.matches().stream()
            .filter(match -> !match.sameApplicant())
            .sorted(Comparator.comparingDouble((Match match) -> -match.best()))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    arrival.filing().copied = true;
    List<Match> alike = others.stream().filter(match -> match.best() >= CLUSTER).toList();
    if (alike.stream().map(match -> match.other().applicant).distinct().count() >= FEWEST_OTHERS) {
      tellCluster(arrival.filing(), alike, signals);
    }
    tellCopy(arrival.filing(), others.get(0), signals);
  }

  private void tellCopy(HeldFiling filing, Match match, SignalSink signals) {
    Bundle bundle = copies.of(Shown.applicant(filing), filing.time());
    bundle.add(
        filing.number, filing.time(), match.best(), Shown.pair("near-duplicate-pair", match));
    signals.accept(
        bundle.signal(
            "near-duplicate-text",
            SignalFamily.TEXT,
            score(bundle.strongest(), bundle.filingCount()),
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

  private void tellCluster(HeldFiling filing, List<Match> alike, SignalSink signals) {
    Bundle bundle = clusters.of(Shown.applicant(filing), filing.time());
    for (Match match : alike.subList(0, Math.min(MOST_LISTED, alike.size()))) {
      bundle.add(
          match.other().number,
          match.other().time(),
          match.best(),
          Shown.pair("near-duplicate-pair", match));
    }
    Match best = alike.get(0);
    bundle.add(filing.number, filing.time(), best.best(), Shown.pair("near-duplicate-pair", best));
    signals.accept(cluster(bundle, alike));
    tellEarlierCopies(filing, alike, signals);
  }

  /** Who copied first was seen as one of two then; whose text it was is left alone. */
  private void tellEarlierCopies(HeldFiling filing, List<Match> alike, SignalSink signals) {
    Set<String> told = new HashSet<>();
    for (Match match : alike.subList(0, Math.min(MOST_LISTED, alike.size()))) {
      HeldFiling other = match.other();
      if (other.copied && told.add(other.applicant)) {
        Bundle bundle = clusters.of(Shown.applicant(other), filing.time());
        Evidence pair = Shown.pair("near-duplicate-pair", match);
        bundle.add(other.number, filing.time(), match.best(), pair);
        bundle.add(filing.number, filing.time(), match.best(), pair);
        signals.accept(cluster(bundle, alike));
      }
    }
  }

  private static Signal cluster(Bundle bundle, List<Match> alike) {
    return bundle.signal(
        "same-text-by-many",
        SignalFamily.TEXT,
        score(bundle.strongest(), bundle.filingCount()),
        Map.of(
            "filings", bundle.filingCount(),
            "similarity", Shown.rounded(bundle.strongest()),
            "applicants",
                1 + alike.stream().map(match -> match.other().applicant).distinct().count()));
  }

  private static double score(double strongest, int filings) {
    double alike = (strongest - Match.LEAST_ABSTRACT) / (1 - Match.LEAST_ABSTRACT);
    double many = Math.min(1, Math.log(filings) / Math.log(16));
    return 0.4 + 0.4 * alike + 0.2 * many;
  }
}
