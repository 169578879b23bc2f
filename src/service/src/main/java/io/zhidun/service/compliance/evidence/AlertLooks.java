package io.zhidun.service.compliance.evidence;

import io.zhidun.service.alert.AlertFigures;
import io.zhidun.service.alert.AlertFigures.Handled;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.canary.ActiveRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How attacks become alerts and what people do with them. The platform watches all systems alike,
 * so each system has the same figures.
 */
@Component
@Order(13)
class AlertLooks implements Collector {
  private static final Duration MONTH = Duration.ofDays(31);
  private static final int MOST = 50;

  private final AlertFigures alerts;
  private final ActiveRules rules;

  AlertLooks(AlertFigures alerts, ActiveRules rules) {
    this.alerts = alerts;
    this.rules = rules;
  }

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Set<String> checks() {
    return Set.of(
        "attack-record",
        "event-analysis",
        "alert-review",
        "incident-reporting",
        "incident-records",
        "host-intrusion",
        "behaviour-analysis");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) {
    Instant now = target.now();
    List<Handled> all = alerts.since(now.minus(MONTH));
    Map<String, Object> values = values(target.check(), target, all, now);
    if (values.isEmpty()) {
      return;
    }
    List<String> objects =
        target.check().equals("host-intrusion")
            ? target.asked().stream().map(InventoryAsset::id).toList()
            : List.of(target.system().id());
    for (String object : objects) {
      out.accept(new Sight(object, now.minus(MONTH), now, "alerts of 31 days", values));
    }
  }

  private Map<String, Object> values(String check, Target target, List<Handled> all, Instant now) {
    List<Handled> severe = all.stream().filter(Handled::severe).toList();
    Map<String, Object> values = new HashMap<>();
    switch (check) {
      case "attack-record" -> {
        if (!all.isEmpty()) {
          values.put(
              "fields_complete_percent",
              Rounded.percent(all.stream().filter(Handled::complete).count(), all.size()));
          delay(severe, values);
        }
      }
      case "host-intrusion" -> delay(severe, values);
      case "event-analysis" -> {
        values.put("rules_active", rules.rules().rules().size());
        values.put("alerting", !all.isEmpty());
        if (!severe.isEmpty()) {
          values.put("acknowledge_minutes", waited(severe, now));
        }
      }
      case "alert-review" -> {
        if (!all.isEmpty()) {
          Instant oldest = all.get(all.size() - 1).createdAt();
          Instant last =
              all.stream()
                  .map(Handled::firstActAt)
                  .flatMap(Stream::ofNullable)
                  .max(Instant::compareTo)
                  .orElse(oldest);
          values.put(
              "review_age_days", Rounded.tenths(Duration.between(last, now).toMinutes() / 1_440.0));
          values.put("unreviewed", untouched(all, now.minus(Duration.ofDays(1))));
        }
      }
      case "incident-reporting" -> {
        values.put("watched", !rules.rules().rules().isEmpty());
        int hours = target.system().reportingRoute().equals("CII") ? 1 : route(target);
        values.put("late_reports", untouched(severe, now.minus(Duration.ofHours(hours))));
      }
      case "incident-records" -> {
        List<Handled> closed = severe.stream().filter(Handled::closed).toList();
        if (!closed.isEmpty()) {
          values.put(
              "incomplete_records",
              closed.stream()
                  .filter(one -> !one.explained())
                  .map(AlertLooks::number)
                  .limit(MOST)
                  .toList());
        }
      }
      case "behaviour-analysis" ->
          values.put(
              "modules_running",
              (int)
                  rules.rules().rules().stream()
                      .filter(
                          rule -> rule.name().contains("unusual") || rule.name().contains("high"))
                      .count());
      default -> {}
    }
    return values;
  }

  /** Hours within which severe events are to be reported on the system's route. */
  private static int route(Target target) {
    return target.system().reportingRoute().equals("CENTRAL_ORGAN") ? 2 : 4;
  }

  /** Severe alarms: how long until 19 of 20 were there. */
  private static void delay(List<Handled> severe, Map<String, Object> values) {
    if (!severe.isEmpty()) {
      List<Duration> sorted = severe.stream().map(Handled::delay).sorted().toList();
      int at = (int) Math.ceil(0.95 * sorted.size()) - 1;
      values.put("severe_alarm_seconds", Rounded.tenths(sorted.get(at).toMillis() / 1000.0));
    }
  }

  /** Median of the minutes until somebody took an alert up; one still waiting counts until now. */
  private static double waited(List<Handled> severe, Instant now) {
    List<Long> minutes =
        severe.stream()
            .map(
                one -> {
                  Instant act = one.firstActAt();
                  return Duration.between(one.createdAt(), act == null ? now : act).toMinutes();
                })
            .sorted()
            .toList();
    return minutes.get(minutes.size() / 2);
  }

  private static List<String> untouched(List<Handled> all, Instant before) {
    return all.stream()
        .filter(one -> one.firstActAt() == null && one.createdAt().isBefore(before))
        .map(AlertLooks::number)
        .limit(MOST)
        .toList();
  }

  private static String number(Handled one) {
    return "A-" + one.id();
  }
}
