package io.zhidun.rules.filings.judge;

import java.util.List;

/** What was said of a subject and kind last, to say something again only when there is more. */
record Said(Tier tier, double score, List<String> codes, int filings, int members) {

  private static final double LEAST_GROWTH = 1.1;
  private static final double LEAST_STEP = 0.05;

  Said {
    codes = List.copyOf(codes);
  }

  boolean saysMoreThan(Said before) {
    return tier != before.tier
        || Math.abs(score - before.score) >= LEAST_STEP
        || !codes.equals(before.codes)
        || members != before.members
        || filings < before.filings
        || filings >= before.filings + 1 && filings >= before.filings * LEAST_GROWTH;
  }
}
