package io.zhidun.rules.filings.screen;

import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.IndicationSink;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands after all: of each indication the latest, without those that were taken back. */
public final class Latest implements IndicationSink {

  private final Map<String, Indication> byId = new LinkedHashMap<>();

  @Override
  public void accept(Indication indication) {
    if (indication.score() > 0) {
      byId.put(indication.id(), indication);
    } else {
      byId.remove(indication.id());
    }
  }

  /** The most pressing first; equals in order of their ids. */
  public List<Indication> all() {
    return byId.values().stream()
        .sorted(
            Comparator.comparing(Indication::tier)
                .thenComparing(Indication::score)
                .reversed()
                .thenComparing(Indication::id))
        .toList();
  }
}
