package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Days;
import java.util.Arrays;

/** The applicants that have one key, each with the day it was last seen with it. */
final class Sharers {

  final int key;
  final KeyType type;
  final String masked;
  private int[] applicants = new int[2];
  private int[] days = new int[2];

  /** Through which agency it was seen, plus one; 0 where the applicant has used it without one. */
  private int[] agencies = new int[2];

  private int size;

  Sharers(int key, KeyType type, String masked) {
    this.key = key;
    this.type = type;
    this.masked = masked;
  }

  /**
   * A mail address that is none (the domain that RFC 2606 sets aside), which strangers put in its
   * place: two cores do not meet in it.
   */
  boolean isPlaceholder() {
    int at = masked.lastIndexOf('@');
    return type == KeyType.EMAIL
        && at >= 0
        && Arrays.asList(masked.substring(at + 1).split("\\.", -1)).contains("invalid");
  }

  int size() {
    return size;
  }

  int applicant(int i) {
    return applicants[i];
  }

  boolean lives(int i, int today) {
    return days[i] >= today - Days.HORIZON;
  }

  boolean has(int applicant, int today) {
    int at = indexOf(applicant);
    return at >= 0 && lives(at, today);
  }

  int indexOf(int applicant) {
    for (int i = 0; i < size; i++) {
      if (applicants[i] == applicant) {
        return i;
      }
    }
    return -1;
  }

  void touch(int i, int agency, int day) {
    days[i] = day;
    if (agencies[i] != 0) {
      agencies[i] = agency + 1;
    }
  }

  /** The agency through which the applicant had the key, or -1. */
  int agency(int i) {
    return agencies[i] - 1;
  }

  /**
   * @param agency through which it was seen, or -1
   */
  void add(int applicant, int agency, int day) {
    if (size == applicants.length) {
      applicants = Arrays.copyOf(applicants, size * 2);
      days = Arrays.copyOf(days, size * 2);
      agencies = Arrays.copyOf(agencies, size * 2);
    }
    applicants[size] = applicant;
    days[size] = day;
    agencies[size] = agency + 1;
    size++;
  }

  /** Takes out whoever was not seen with the key for too long; returns how many went. */
  int dropExpired(int today, java.util.function.IntConsumer dropped) {
    int kept = 0;
    int before = size;
    for (int i = 0; i < before; i++) {
      if (lives(i, today)) {
        applicants[kept] = applicants[i];
        days[kept] = days[i];
        agencies[kept] = agencies[i];
        kept++;
      } else {
        dropped.accept(applicants[i]);
      }
    }
    size = kept;
    return before - kept;
  }

  void remove(int i) {
    size--;
    applicants[i] = applicants[size];
    days[i] = days[size];
    agencies[i] = agencies[size];
  }

  /** Whether the key is an agency's own, by who has it. */
  boolean isAgencys(Clients clients) {
    return clients.areOneAgencys(agencies, size);
  }
}
