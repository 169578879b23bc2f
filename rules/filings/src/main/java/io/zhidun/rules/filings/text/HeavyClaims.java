package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code heavy-claims}: a first claim longer or with more features than nearly all of its IPC
 * subclass, in three filings of an applicant: stacked features, needlessly narrowed scope.
 */
final class HeavyClaims implements TextDetector {

  static final double TAIL = 0.995;
  static final long FEWEST_KNOWN = 500;
  static final int FEWEST_FILINGS = 3;

  /** IPC subclasses are about 650; what more there is, is noise. */
  static final int MOST_SECTIONS = 2_000;

  private static final double LONGEST = 4_000;
  private static final double MOST_FEATURES = 400;

  private final Bundles bundles = new Bundles();
  private final Map<String, Weights> bySection = new HashMap<>();
  private final Weights all = new Weights();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    HeldFiling filing = arrival.filing();
    if (filing.imprint.firstClaim() == 0) {
      return;
    }
    Weights section = all;
    if (bySection.size() < MOST_SECTIONS || bySection.containsKey(filing.section)) {
      section = bySection.computeIfAbsent(filing.section, key -> new Weights());
    }
    double letters = filing.imprint.firstClaim() / LONGEST;
    double features = filing.imprint.features() / MOST_FEATURES;
    Weights known = section.letters.total() >= FEWEST_KNOWN ? section : all;
    double heavy = Math.max(known.letters.below(letters), known.features.below(features));
    boolean telling = known.letters.total() >= FEWEST_KNOWN;
    section.add(letters, features);
    if (section != all) {
      all.add(letters, features);
    }
    if (telling && heavy >= TAIL) {
      report(filing, heavy, signals);
    }
  }

  private void report(HeldFiling filing, double heavy, SignalSink signals) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("filing", filing.number);
    values.put("letters", filing.imprint.firstClaim());
    values.put("features", filing.imprint.features());
    values.put("section", filing.section);
    values.put("percentile", Shown.rounded(100 * heavy));
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(filing.number, filing.time(), heavy, new Evidence("heavy-claim", values));
    if (bundle.filingCount() >= FEWEST_FILINGS) {
      signals.accept(
          bundle.signal(
              "heavy-claims",
              SignalFamily.TEXT,
              0.5 + 0.1 * Math.min(5, bundle.filingCount() - FEWEST_FILINGS),
              Map.of(
                  "filings", bundle.filingCount(),
                  "letters", filing.imprint.firstClaim(),
                  "section", filing.section,
                  "percentile", Shown.rounded(100 * heavy))));
    }
  }

  private static final class Weights {

    final Shares letters = new Shares();
    final Shares features = new Shares();

    void add(double length, double count) {
      letters.add(length);
      features.add(count);
    }
  }
}
