package io.zhidun.simulator.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was filed since the start; the newest are remembered. Thread-safe. */
final class Filings {
  private static final int REMEMBERED = 10_000;

  /**
   * @param account who filed it
   */
  record Filing(String id, String title, String account, boolean paid) {}

  private final Map<String, Filing> byId = new LinkedHashMap<>();
  private int next;

  /**
   * @param first serial of the first filing
   */
  Filings(int first) {
    next = first;
  }

  synchronized int nextSerial() {
    return next++;
  }

  synchronized void add(Filing filing) {
    byId.put(filing.id(), filing);
    if (byId.size() > REMEMBERED) {
      byId.remove(byId.keySet().iterator().next());
    }
  }

  /** The filing with this number, if this account made it. */
  synchronized Optional<Filing> find(String id, String account) {
    return Optional.ofNullable(byId.get(id)).filter(filing -> filing.account().equals(account));
  }
}
