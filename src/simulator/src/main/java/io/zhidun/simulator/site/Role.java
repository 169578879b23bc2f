package io.zhidun.simulator.site;

import java.util.Locale;

/** What an account may be. Its accounts are named by its letter and a number of five digits. */
public enum Role {
  EXAMINER('e', 10_000),
  APPLICANT('a', 20_000),
  AGENT('g', 30_000),
  CLERK('c', 40_000),
  ADMIN('d', 50_000);

  /** How many accounts there are of each role. */
  public static final int ACCOUNTS = 10_000;

  private final char letter;
  private final int first;

  Role(char letter, int first) {
    this.letter = letter;
    this.first = first;
  }

  /** The word as the audit trail writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param index from 0 to {@link #ACCOUNTS} - 1
   */
  public String account(int index) {
    if (index < 0 || index >= ACCOUNTS) {
      throw new IllegalArgumentException("index must be from 0 to 9999, was " + index);
    }
    return letter + Integer.toString(first + index);
  }

  boolean owns(String account) {
    if (!account.matches("[a-z]\\d{5}") || account.charAt(0) != letter) {
      return false;
    }
    int index = Integer.parseInt(account.substring(1)) - first;
    return index >= 0 && index < ACCOUNTS;
  }
}
