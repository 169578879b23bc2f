package io.zhidun.service.filingcase;

import java.util.List;

/** Cases were opened or changed; announced in the transaction that does it. */
public record FilingCasesChanged(List<Change> cases) {
  public FilingCasesChanged {
    cases = List.copyOf(cases);
  }

  /**
   * A case as it is now.
   *
   * @param row as lists show it; names of natural persons are masked
   */
  public record Change(long id, Object row) {}
}
