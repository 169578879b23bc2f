package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Ledger;

/** Tells the clients of one agency from applicants that belong together. */
record Clients(Ledger ledger) {

  private static final int AGENCY_SHARE = 90;
  private static final int CLIENT_SHARE = 10;

  /**
   * Whether nine in ten came through one agency and are a tenth of that agency's clients: then what
   * they have in common is the agency's.
   *
   * @param agencies of each, plus one; 0 for none
   */
  boolean areOneAgencys(int[] agencies, int size) {
    int agency = mostFrequent(agencies, size);
    if (agency == 0) {
      return false;
    }
    int through = 0;
    for (int i = 0; i < size; i++) {
      through += agencies[i] == agency ? 1 : 0;
    }
    return through * 100L >= (long) size * AGENCY_SHARE
        && through * 100L >= (long) ledger.clients(agency - 1) * CLIENT_SHARE;
  }

  /** The majority vote of Boyer and Moore: right wherever there is a majority. */
  private static int mostFrequent(int[] agencies, int size) {
    int candidate = 0;
    int lead = 0;
    for (int i = 0; i < size; i++) {
      if (lead == 0) {
        candidate = agencies[i];
        lead = 1;
      } else {
        lead += agencies[i] == candidate ? 1 : -1;
      }
    }
    return candidate;
  }
}
