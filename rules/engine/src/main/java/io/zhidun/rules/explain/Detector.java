package io.zhidun.rules.explain;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Event;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Explanation;
import io.zhidun.events.FieldNames;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.sigma.Expression;
import io.zhidun.rules.sigma.Guidance;
import io.zhidun.rules.sigma.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes detections, each with its reasons. Without state. */
public final class Detector {
  /** Raw text kept as evidence, in characters. */
  public static final int LONGEST_ORIGINAL = 8_192;

  private static final int ORIGINAL = FieldNames.id("event.original");

  /** Kept with every detection: where it happened, who did it, from where. */
  private static final List<String> CONTEXT =
      List.of(
          "host.name",
          "service.name",
          "user.name",
          "user.roles",
          "source.ip",
          "event.action",
          "event.outcome");

  private Detector() {}

  /** The detection of a rule on single events that matched {@code event}. */
  public static Detection single(Rule rule, Event event) {
    Map<String, String> group = new LinkedHashMap<>();
    for (String field : rule.groupBy()) {
      String value = event.text(FieldNames.id(field));
      if (value != null) {
        group.put(field, value);
      }
    }
    EvidenceEvent evidence = evidence(rule, event);
    return new Detection(
        Digests.detectionId(rule.reference(), group, List.of(event.id())),
        instant(event.timeMicros()),
        rule.reference(),
        rule.level(),
        group,
        1,
        List.of(evidence),
        rule.tags(),
        rule.recovery(),
        event.receivedMicros(),
        false,
        new Explanation(
            summary(rule, place -> value(place, event)), Conditions.of(rule, event), null));
  }

  private static @Nullable String value(String place, Event event) {
    return switch (place) {
      case "count", "value" -> "1";
      case "timespan" -> null;
      default -> event.text(FieldNames.id(place));
    };
  }

  private static EvidenceEvent evidence(Rule rule, Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : fields(rule)) {
      String value = event.text(FieldNames.id(field));
      if (value != null) {
        fields.put(field, cut(value, 1_024));
      }
    }
    return new EvidenceEvent(
        event.id(), instant(event.timeMicros()), rule.name(), original(event), fields);
  }

  /** The raw text of an event, cut to what evidence keeps. */
  public static String original(Event event) {
    String original = event.text(ORIGINAL);
    return original == null ? "" : cut(original, LONGEST_ORIGINAL);
  }

  /** The fields that a rule on single events, its grouping and its summary name. */
  public static Set<String> fields(Rule rule) {
    Set<String> fields = new LinkedHashSet<>(rule.groupBy());
    fields.addAll(summaryFields(rule));
    fields.addAll(rule.guidance().fields());
    Expression condition = rule.condition();
    if (condition != null) {
      condition.atoms(
          (Atom atom) -> {
            if (!atom.isKeyword()) {
              fields.add(atom.field());
            }
          });
    }
    fields.addAll(CONTEXT);
    return fields;
  }

  /** The fields that a rule's summaries show. */
  public static Set<String> summaryFields(Rule rule) {
    BilingualText summary = rule.guidance().summary();
    Set<String> fields = new LinkedHashSet<>(SummaryTemplate.of(summary.zh()).fields());
    fields.addAll(SummaryTemplate.of(summary.en()).fields());
    return fields;
  }

  /** A rule's summary filled in; {@code values} gives the text of a place or null. */
  public static BilingualText summary(Rule rule, Function<String, @Nullable String> values) {
    Guidance guidance = rule.guidance();
    return new BilingualText(
        SummaryTemplate.of(guidance.summary().zh()).fill(values),
        SummaryTemplate.of(guidance.summary().en()).fill(values));
  }

  /** A correlation's summary: {@code timespan} reads differently in the two languages. */
  public static BilingualText summary(
      Rule rule, Duration timespan, Function<String, @Nullable String> values) {
    BilingualText summary = rule.guidance().summary();
    return new BilingualText(
        SummaryTemplate.of(summary.zh())
            .fill(place -> place.equals("timespan") ? Spans.zh(timespan) : values.apply(place)),
        SummaryTemplate.of(summary.en())
            .fill(place -> place.equals("timespan") ? Spans.en(timespan) : values.apply(place)));
  }

  /** Which of a rule's conditions held on an event. */
  public static List<Explanation.Condition> conditions(Rule rule, Event event) {
    return Conditions.of(rule, event);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
