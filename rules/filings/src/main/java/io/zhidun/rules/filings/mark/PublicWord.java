package io.zhidun.rules.filings.mark;

import java.time.LocalDate;
import java.util.List;

/**
 * A word that nobody may have to himself.
 *
 * @param text as the list gives it
 * @param folded as {@link MarkText#folded()} gives it, at least two letters
 * @param from first day on which it counts
 * @param until first day on which it no longer does
 * @param unless folded phrases with another meaning: a mark that has one is not a hit
 * @param classes Nice classes in which it counts as bits, or 0 for all
 */
record PublicWord(
    String text,
    String folded,
    LocalDate from,
    LocalDate until,
    List<String> unless,
    long classes) {

  PublicWord {
    if (folded.length() < 2) {
      throw new IllegalArgumentException("word \"" + text + "\" has fewer than two letters");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("word \"" + text + "\": from is not before until");
    }
    unless = List.copyOf(unless);
  }

  boolean counts(LocalDate day, long niceClasses, String mark) {
    boolean inTime = !day.isBefore(from) && day.isBefore(until);
    boolean inClass = classes == 0 || (classes & niceClasses) != 0;
    if (!inTime || !inClass) {
      return false;
    }
    for (String phrase : unless) {
      if (mark.contains(phrase)) {
        return false;
      }
    }
    return true;
  }
}
