package io.zhidun.service.asset;

import io.zhidun.service.event.EventFacts;
import io.zhidun.service.event.EventFacts.Name;
import io.zhidun.service.event.EventFacts.Names;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Which hosts and services telemetry names. */
@Service
class Sightings {
  private static final Logger log = LoggerFactory.getLogger(Sightings.class);
  private static final Duration LATELY = Duration.ofDays(7);
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int MOST_NAMES = 10_000;

  private final EventFacts events;
  private final Clock clock;
  private volatile @Nullable Seen latest;

  Sightings(@Lazy EventFacts events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** What names there are, and what was read when. */
  record Seen(Instant at, Names hosts, Names services) {
    /** When an asset's address was last named, by any of the two. */
    @Nullable Instant last(InventoryAsset asset) {
      Instant last = null;
      for (Names names : List.of(hosts, services)) {
        Map<String, Name> byName = byName(names);
        for (String address : asset.addresses()) {
          Name name = byName.get(address.toLowerCase(Locale.ROOT));
          if (name != null && (last == null || name.last().isAfter(last))) {
            last = name.last();
          }
        }
      }
      return last;
    }

    private static Map<String, Name> byName(Names names) {
      Map<String, Name> found = new HashMap<>();
      names.names().forEach(one -> found.put(one.name().toLowerCase(Locale.ROOT), one));
      return found;
    }
  }

  /**
   * @throws IOException when the store does not answer
   */
  Seen between(Instant from, Instant to) throws IOException {
    return new Seen(
        to,
        events.names("host.name", from, to, MOST_NAMES),
        events.names("service.name", from, to, MOST_NAMES));
  }

  /** Of the last days, at most half a minute old; null where the store does not answer. */
  @Nullable Seen lately() {
    Instant now = clock.instant();
    Seen known = latest;
    if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
      return known;
    }
    try {
      Seen read = between(now.minus(LATELY), now);
      latest = read;
      return read;
    } catch (IOException e) {
      log.debug("the search store does not answer", e);
      return null;
    }
  }
}
