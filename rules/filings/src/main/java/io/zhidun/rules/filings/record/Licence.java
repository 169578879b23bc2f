package io.zhidun.rules.filings.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency's licence.
 *
 * @param from first day, or null
 * @param until first day without it, or null
 * @param relatedParties codes of its owner, partners and their companies
 */
public record Licence(
    @Nullable LocalDate from, @Nullable LocalDate until, List<String> relatedParties) {

  public Licence {
    relatedParties = List.copyOf(relatedParties);
  }

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
