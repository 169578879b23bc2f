package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Ledger;

/** Tells the clients of one agency from applicants that belong together. */
record Clients(Ledger ledger) {

  /**
   * Whether nearly all of these applicants file through one agency and are a large part of those
   * that do: then what they have in common is the agency's.
   *
   * @param agencyShare per cent of the applicants that one agency must have
   * @param clientShare per cent of the agency's clients that they must be
   */
  boolean areOneAgencys(int[] applicants, int size, int agencyShare, int clientShare) {
    int agency = mostFrequent(applicants, size);
    if (agency < 0) {
      return false;
    }
    int through = 0;
    for (int i = 0; i < size; i++) {
      if (ledger.agencyOf(applicants[i]) == agency) {
        through++;
      }
    }
    return through * 100L >= (long) size * agencyShare
        && through * 100L >= (long) ledger.clients(agency) * clientShare;
  }

  /** The majority vote of Boyer and Moore: right wherever there is a majority. */
  private int mostFrequent(int[] applicants, int size) {
    int candidate = -1;
    int lead = 0;
    for (int i = 0; i < size; i++) {
      int agency = ledger.agencyOf(applicants[i]);
      if (lead == 0) {
        candidate = agency;
        lead = 1;
      } else {
        lead += agency == candidate ? 1 : -1;
      }
    }
    return candidate;
  }
}
