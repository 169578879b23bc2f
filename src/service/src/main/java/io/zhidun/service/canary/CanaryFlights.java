package io.zhidun.service.canary;

import io.zhidun.events.CanaryEvent;
import io.zhidun.service.canary.CanaryRules.Entry;
import io.zhidun.service.canary.CanaryRun.Stage;
import io.zhidun.service.store.Durability;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Sends canaries: what is due, and what a person asks for. */
@Service
class CanaryFlights {
  private static final Logger log = LoggerFactory.getLogger(CanaryFlights.class);

  /** Most runs of one tick, so that a large catalogue is spread and not a burst. */
  private static final int MOST_AT_ONCE = 20;

  private final CanaryRules rules;
  private final CanaryBook book;
  private final CanarySender sender;
  private final CanaryProperties properties;
  private final Durability durability;
  private final Clock clock;

  CanaryFlights(
      CanaryRules rules,
      CanaryBook book,
      CanarySender sender,
      CanaryProperties properties,
      Durability durability,
      Clock clock) {
    this.rules = rules;
    this.book = book;
    this.sender = sender;
    this.properties = properties;
    this.durability = durability;
    this.clock = clock;
  }

  /** How each rule in force stands. */
  List<CanaryRow> rows() {
    Map<String, CanaryRun> runs =
        book.all().stream().collect(Collectors.toMap(CanaryRun::ruleId, run -> run));
    return rules.byId().values().stream()
        .map(
            entry ->
                CanaryRow.of(entry.rule(), entry.canary().isPresent(), runs.get(entry.rule().id())))
        .toList();
  }

  /** Sends what is due. Stops at the first that the broker does not take. */
  void sendDue() {
    Map<String, Entry> known = rules.byId();
    book.retain(known.keySet());
    Instant now = clock.instant();
    int sent = 0;
    for (Entry entry : known.values()) {
      if (entry.canary().isPresent() && sendIfDue(entry, now) && ++sent == MOST_AT_ONCE) {
        return;
      }
    }
  }

  /** One at a time with {@link #send}: a run that is being sent is not one that was left so. */
  private synchronized boolean sendIfDue(Entry entry, Instant now) {
    return isDue(entry.rule().id(), now) && send(entry);
  }

  private boolean isDue(String ruleId, Instant now) {
    Optional<CanaryRun> run = book.find(ruleId);
    return run.isEmpty()
        || run.get().stage() == Stage.SENDING
        || !run.get().sentAt().plus(properties.interval()).isAfter(now);
  }

  /**
   * Sends the canary of a rule now.
   *
   * @return false where the rule has none, or would not fire on it at this time
   * @throws KafkaException when the broker does not take it; it stays due
   */
  synchronized boolean send(Entry entry) {
    Instant now = clock.instant();
    String run = UUID.randomUUID().toString();
    List<CanaryEvent> events = entry.canary().map(canary -> canary.at(now, run)).orElse(List.of());
    if (events.isEmpty()) {
      log.debug("{} has no canary for {}", entry.rule().name(), now);
      return false;
    }
    String id = entry.rule().id();
    CanarySender.Range range = sender.reserve(events.size(), book, now);
    book.sending(id, entry.rule().name(), run, range.epoch(), range.first(), range.last(), now);
    if (range.first() == 0) {
      // The next start must have a larger epoch, also after a kill.
      durability.settle();
    }
    sender.send(range, events, now);
    book.sent(id, run);
    return true;
  }

  Optional<Entry> find(String ruleId) {
    return Optional.ofNullable(rules.byId().get(ruleId));
  }
}
