package io.zhidun.service.compliance.evidence;

import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.event.EventCondition;
import io.zhidun.service.event.EventFacts;
import io.zhidun.service.event.EventFacts.Facts;
import io.zhidun.service.event.EventFacts.Question;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the events of each asset of a system come to. One survey serves all checks of the same half
 * minute: asking the store for each check anew would multiply the same searches.
 */
@Component
class Telemetry {
  static final Duration DAY = Duration.ofDays(1);
  static final Duration INTERVAL = Duration.ofMinutes(10);

  private static final int SAMPLES = 50;

  /** Kinds of records that an audit must have; sessions and connections belong to them. */
  private static final EventCondition AUDITED =
      EventCondition.in(
          "event.category",
          List.of("authentication", "iam", "process", "configuration", "file", "database", "web"));

  private static final EventCondition REPORTS = EventCondition.is("event.dataset", "posture");

  private static final EventCondition SSH_IN =
      EventCondition.all(
          EventCondition.is("event.action", "ssh-login"),
          EventCondition.is("event.outcome", "success"));

  private final EventFacts events;
  private final EvidenceProperties properties;
  private final Map<String, Survey> surveys = new LinkedHashMap<>();

  Telemetry(@Lazy EventFacts events, EvidenceProperties properties) {
    this.events = events;
    this.properties = properties;
  }

  /**
   * @param at when it was read
   * @param from begin of the day that it looks at
   * @param assets facts of the day by id of the asset; only of assets that should log and have an
   *     address
   * @param oldest oldest record of each of them that the store still has
   * @param offsets how far the clock of each of them is off, in seconds; only of those that sent
   *     something in the day
   * @param received when the last of its events came, whatever time it carried; likewise
   * @param silentSince of whom nothing came since then is silent
   */
  record Survey(
      Instant at,
      Instant from,
      Map<String, Facts> assets,
      Map<String, @Nullable Instant> oldest,
      Map<String, Double> offsets,
      Map<String, Instant> received,
      Instant silentSince) {
    @Nullable Facts of(InventoryAsset asset) {
      return assets.get(asset.id());
    }

    /** Whether the asset sent anything in the day. */
    boolean heard(InventoryAsset asset) {
      Facts facts = of(asset);
      return facts != null && facts.events() > 0;
    }

    /** Whether the asset still sends. */
    boolean speaks(InventoryAsset asset) {
      Instant last = received.get(asset.id());
      return last != null && !last.isBefore(silentSince);
    }

    String window() {
      return from + "/" + at;
    }
  }

  synchronized Survey of(InventorySystem system, List<InventoryAsset> assets, Instant now)
      throws IOException {
    Survey known = surveys.get(system.id());
    if (known != null
        && Duration.between(known.at(), now).abs().compareTo(properties.surveyFor()) < 0) {
      return known;
    }
    Survey survey = read(assets, now);
    surveys.put(system.id(), survey);
    return survey;
  }

  private Survey read(List<InventoryAsset> assets, Instant now) throws IOException {
    Instant from = now.minus(DAY);
    List<InventoryAsset> asked =
        assets.stream().filter(one -> one.shouldLog() && !one.addresses().isEmpty()).toList();
    List<Question> questions = new ArrayList<>();
    for (InventoryAsset asset : asked) {
      List<EventCondition> about = List.of(about(asset), EventCondition.not(REPORTS));
      questions.add(new Question(about, from, now, signals(), 0, INTERVAL));
      questions.add(new Question(about, Instant.EPOCH, now, Map.of(), 0, Duration.ZERO));
      questions.add(Question.received(about, from, now, SAMPLES));
    }
    List<Facts> answers = events.ask(questions);
    Map<String, Facts> facts = new LinkedHashMap<>();
    Map<String, @Nullable Instant> oldest = new LinkedHashMap<>();
    Map<String, Double> offsets = new LinkedHashMap<>();
    Map<String, Instant> received = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      String id = asked.get(i).id();
      facts.put(id, answers.get(3 * i));
      oldest.put(id, answers.get(3 * i + 1).oldest());
      List<JsonNode> samples = answers.get(3 * i + 2).samples();
      Double offset = offset(samples, properties.clockWindow());
      if (offset != null) {
        offsets.put(id, offset);
        received.put(id, lastReceived(samples));
      }
    }
    Instant silentSince = now.minus(properties.silentAfter());
    return new Survey(now, from, facts, oldest, offsets, received, silentSince);
  }

  /** Events that an asset wrote, or that were written of it. */
  static EventCondition about(InventoryAsset asset) {
    List<String> names = new ArrayList<>(asset.addresses());
    asset.addresses().forEach(one -> names.add(one.toLowerCase(Locale.ROOT)));
    return EventCondition.any(
        List.of(EventCondition.in("host.name", names), EventCondition.in("service.name", names)));
  }

  static String query(InventoryAsset asset) {
    String names = "(" + String.join(" OR ", asset.addresses()) + ")";
    return "host.name:" + names + " OR service.name:" + names;
  }

  private static Map<String, EventCondition> signals() {
    Map<String, EventCondition> signals = new LinkedHashMap<>();
    signals.put("audited", AUDITED);
    signals.put(
        "complete",
        EventCondition.all(
            AUDITED,
            EventCondition.has("user.name"),
            EventCondition.has("event.action"),
            EventCondition.has("event.outcome")));
    signals.put(
        "stops",
        EventCondition.any(
            List.of(
                EventCondition.all(
                    EventCondition.is("event.action", "unit-stopped"),
                    EventCondition.in(
                        "service.name",
                        List.of(
                            "auditd.service",
                            "rsyslog.service",
                            "syslog.service",
                            "syslog-ng.service",
                            "systemd-journald.service"))),
                EventCondition.is("event.action", "audit-configuration"))));
    signals.put("sshIn", SSH_IN);
    signals.put(
        "sshByKey",
        EventCondition.all(SSH_IN, EventCondition.is("vendor.ssh.method", "publickey")));
    signals.put("opened", EventCondition.is("vendor.ssh.session", "opened"));
    signals.put("closed", EventCondition.is("vendor.ssh.session", "closed"));
    signals.put(
        "commands", EventCondition.in("event.action", List.of("sudo-command", "process-started")));
    signals.put(
        "failedIn",
        EventCondition.all(
            EventCondition.is("event.category", "authentication"),
            EventCondition.is("event.outcome", "failure")));
    signals.put("exports", EventCondition.is("event.action", "records-export"));
    signals.put("firewall", EventCondition.is("event.module", "firewall"));
    return signals;
  }

  /**
   * How far the clock of a source is from the platform's, in seconds: what is left of the way from
   * writing to receiving in the quickest of the samples. A source ahead gives a negative value, one
   * behind a positive; a slow way alone makes all samples late, the quickest least.
   *
   * @param window samples that came so long before the last one, or longer, say nothing any more: a
   *     clock that was set right is right
   */
  static @Nullable Double offset(List<JsonNode> samples, Duration window) {
    Instant last = lastReceived(samples);
    Double least = null;
    for (JsonNode sample : samples) {
      Instant written = time(sample.path("@timestamp"));
      Instant received = received(sample);
      if (written != null && received != null && received.isAfter(last.minus(window))) {
        double seconds = Duration.between(written, received).toMillis() / 1000.0;
        least = least == null ? seconds : Math.min(least, seconds);
      }
    }
    return least;
  }

  private static Instant lastReceived(List<JsonNode> samples) {
    return samples.stream()
        .map(Telemetry::received)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static @Nullable Instant received(JsonNode sample) {
    return time(sample.at("/event/created"));
  }

  private static @Nullable Instant time(JsonNode node) {
    try {
      return node.isString() ? Instant.parse(node.asString()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Longest time without any event between the first one of the day and now, in minutes. */
  static long longestGapMinutes(Facts facts, Instant now) {
    List<Instant> intervals = facts.intervals();
    Duration longest = Duration.ZERO;
    for (int i = 0; i < intervals.size(); i++) {
      Instant end = intervals.get(i).plus(INTERVAL);
      Instant next = i + 1 < intervals.size() ? intervals.get(i + 1) : now;
      Duration gap = Duration.between(end, next);
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest.toMinutes();
  }
}
