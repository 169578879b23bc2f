package io.zhidun.rules.filings.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business register's entry.
 *
 * @param insuredHeadcount employees with social insurance, or -1 where unknown: missing is not zero
 * @param registeredCapital yuan, or -1
 * @param industry GB/T 4754 code, or null
 * @param relatedParties codes of parents, subsidiaries and other declared relations
 */
public record Organisation(
    PartyKind kind,
    int insuredHeadcount,
    long registeredCapital,
    @Nullable LocalDate foundedOn,
    @Nullable String industry,
    @Nullable Person legalRepresentative,
    List<String> relatedParties) {

  public Organisation {
    relatedParties = List.copyOf(relatedParties);
  }
}
