package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Ledger;

/** Tells the clients of one agency from applicants that belong together. */
record Clients(Ledger ledger) {

  /**
   * Whether nearly all of these filed through one agency and are a large part of those that do:
   * then what they have in common is the agency's.
   *
   * @param agencies of each, -1 for none
   * @param agencyShare per cent that one agency must have
   * @param clientShare per cent of the agency's clients that they must be
   */
  boolean areOneAgencys(int[] agencies, int size, int agencyShare, int clientShare) {
    int agency = mostFrequent(agencies, size);
    if (agency < 0) {
      return false;
    }
    int through = 0;
    for (int i = 0; i < size; i++) {
      through += agencies[i] == agency ? 1 : 0;
    }
    return through * 100L >= (long) size * agencyShare
        && through * 100L >= (long) ledger.clients(agency) * clientShare;
  }

  /** The same of applicants, by the agencies through which they filed last. */
  boolean areOneAgencysClients(int[] applicants, int agencyShare, int clientShare) {
    return through(Ledger.PATENTS, applicants, agencyShare, clientShare)
        || through(Ledger.MARKS, applicants, agencyShare, clientShare);
  }

  private boolean through(int register, int[] applicants, int agencyShare, int clientShare) {
    int[] agencies = new int[applicants.length];
    for (int i = 0; i < agencies.length; i++) {
      agencies[i] = ledger.agencyOf(register, applicants[i]);
    }
    return areOneAgencys(agencies, agencies.length, agencyShare, clientShare);
  }

  /** The majority vote of Boyer and Moore: right wherever there is a majority. */
  private static int mostFrequent(int[] agencies, int size) {
    int candidate = -1;
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
