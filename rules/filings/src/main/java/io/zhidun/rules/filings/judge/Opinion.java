package io.zhidun.rules.filings.judge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rules say: which signals carry or support a kind, and how pressing it is. */
public final class Opinion {

  private final Map<String, Set<Found>> carried = new TreeMap<>();
  private final Map<String, Set<Found>> supported = new HashMap<>();
  private final Map<String, Tier> tiers = new HashMap<>();
  private final Map<String, Tier> limits = new HashMap<>();

  /** The signal is what the kind is about. */
  public void carry(String kind, Found found) {
    carried.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(found);
  }

  /** The signal makes the kind more likely where something else carries it. */
  public void support(String kind, Found found) {
    supported.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(found);
  }

  /** At least this tier. */
  public void atLeast(String kind, Tier tier) {
    tiers.merge(kind, tier, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** At most this tier, whatever else is said. */
  public void atMost(String kind, Tier tier) {
    limits.merge(kind, tier, (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  Set<String> kinds() {
    return carried.keySet();
  }

  /** The signals that carry the kind first, then those that support it. */
  Map<Found, Boolean> signals(String kind) {
    Map<Found, Boolean> signals = new LinkedHashMap<>();
    carried.getOrDefault(kind, Set.of()).forEach(found -> signals.put(found, true));
    supported.getOrDefault(kind, Set.of()).forEach(found -> signals.putIfAbsent(found, false));
    return signals;
  }

  @Nullable Tier tier(String kind) {
    Tier tier = tiers.get(kind);
    Tier limit = limits.get(kind);
    return tier == null || limit == null || tier.compareTo(limit) < 0 ? tier : limit;
  }
}
