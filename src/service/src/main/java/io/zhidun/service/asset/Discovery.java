package io.zhidun.service.asset;

import io.zhidun.service.asset.Sightings.Seen;
import io.zhidun.service.event.EventFacts.Name;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What sends logs but is in no inventory, and what is in the inventory but silent. */
@Service
public class Discovery {
  private static final int MOST = 500;

  private final Inventory inventory;
  private final Sightings sightings;
  private final Clock clock;

  Discovery(Inventory inventory, Sightings sightings, Clock clock) {
    this.inventory = inventory;
    this.sightings = sightings;
    this.clock = clock;
  }

  /**
   * @throws org.springframework.web.ErrorResponseException search-away
   */
  Found ofDays(int days) {
    try {
      Instant now = clock.instant();
      return between(now.minus(Duration.ofDays(days)), now);
    } catch (IOException e) {
      throw Problems.of(
          HttpStatus.SERVICE_UNAVAILABLE, "search-away", "the search store does not answer");
    }
  }

  /**
   * @throws IOException when the search store does not answer
   */
  public Found between(Instant from, Instant to) throws IOException {
    Seen seen = sightings.between(from, to);
    List<InventoryAsset> assets = inventory.assets();
    Set<String> known = new HashSet<>();
    assets.forEach(
        one -> one.addresses().forEach(address -> known.add(address.toLowerCase(Locale.ROOT))));
    List<Unknown> unknown =
        seen.hosts().names().stream()
            .filter(name -> !known.contains(name.name().toLowerCase(Locale.ROOT)))
            .limit(MOST)
            .map(name -> unknown(name, from, to))
            .toList();
    List<Silent> silent =
        assets.stream()
            .filter(InventoryAsset::shouldLog)
            .filter(one -> seen.last(one) == null)
            .map(Silent::of)
            .toList();
    return new Found(
        from, to, seen.hosts().complete() && seen.services().complete(), unknown, silent);
  }

  private static Unknown unknown(Name name, Instant from, Instant to) {
    return new Unknown(
        name.name(),
        "host.name",
        name.datasets(),
        name.events(),
        name.first(),
        name.last(),
        "/api/v1/events?host.name="
            + URLEncoder.encode(name.name(), StandardCharsets.UTF_8)
            + "&from="
            + from
            + "&to="
            + to);
  }

  /**
   * @param complete whether every part of the search store answered
   */
  public record Found(
      Instant from, Instant to, boolean complete, List<Unknown> unknown, List<Silent> silent) {
    public Found {
      unknown = List.copyOf(unknown);
      silent = List.copyOf(silent);
    }
  }

  /** Sends logs and is in no inventory. */
  public record Unknown(
      String name,
      String kind,
      List<String> datasets,
      long events,
      Instant firstSeen,
      Instant lastSeen,
      String api) {}

  /** In the inventory, of a kind that should log, and did not. */
  public record Silent(
      String id, String system, String name, String kind, @Nullable Instant lastSeen) {
    static Silent of(InventoryAsset one) {
      return new Silent(one.id(), one.system(), one.name(), InventoryAsset.label(one.kind()), null);
    }
  }
}
