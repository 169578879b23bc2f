package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.RuleText;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.sigma.Comparison;
import io.zhidun.rules.sigma.Correlation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each type of correlation, as {@code sigma-correlations.txt} writes it down: by the compiled
 * engine, in order and with the latest event first, and by the naive evaluator.
 */
class SigmaCorrelationTableTest {
  private static final List<String> BASES = List.of("a", "b", "c");

  static List<CorrelationTable.Entry> entries() {
    return CorrelationTable.read("/io/zhidun/rules/sigma-correlations.txt");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theEngineAndTheNaiveEvaluatorSayWhatTheTableSays(CorrelationTable.Entry entry) {
    RuleSet.Loaded loaded = RuleSet.of(List.of(new RuleText("rule.yml", yaml(entry))));
    if (!entry.refusal().isEmpty()) {
      assertThat(loaded.faults())
          .isNotEmpty()
          .allMatch(fault -> fault.message().contains(entry.refusal()));
      return;
    }
    assertThat(loaded.faults()).isEmpty();
    for (CorrelationTable.History history : entry.histories()) {
      List<CorrelationTable.Moment> moments = history.moments();
      assertThat(standing(loaded.rules(), moments, false))
          .as("in order: " + history)
          .containsExactlyInAnyOrderElementsOf(history.expected());
      assertThat(standing(loaded.rules(), moments, true))
          .as("latest first: " + history)
          .containsExactlyInAnyOrderElementsOf(history.expected());
      assertThat(naive(entry, moments))
          .as("naive: " + history)
          .containsExactlyInAnyOrderElementsOf(
              history.expected().stream().filter(one -> !isOfBase(one)).toList());
    }
  }

  @Test
  void everyTypeAndOperatorStandsInTheTableBothWays() {
    Set<String> reached = new HashSet<>();
    Set<String> unreached = new HashSet<>();
    Set<String> operators = new HashSet<>();
    for (CorrelationTable.Entry entry : entries()) {
      entry.histories().stream()
          .forEach(
              history -> (history.expected().isEmpty() ? unreached : reached).add(entry.section()));
      if (entry.refusal().isEmpty()) {
        entry.correlations().forEach(one -> operators.addAll(one.asks().keySet()));
      }
    }
    List<String> types = Stream.of(Correlation.Type.values()).map(Correlation.Type::label).toList();
    assertThat(reached).containsAll(types);
    assertThat(unreached).containsAll(types);
    assertThat(operators)
        .containsAll(Stream.of(Comparison.Operator.values()).map(one -> one.label()).toList());
  }

  private static boolean isOfBase(String shown) {
    return BASES.contains(shown.substring(shown.indexOf(':') + 1));
  }

  private static String yaml(CorrelationTable.Entry entry) {
    StringBuilder yaml = new StringBuilder();
    BASES.forEach(base -> yaml.append(OneGroup.base(base)));
    List<String> documents = new ArrayList<>();
    for (CorrelationTable.Section one : entry.correlations()) {
      documents.add(
          "title: %1$s\nname: %1$s\nid: id-%1$s\ncorrelation:\n%2$s"
              .formatted(one.name(), one.text().indent(2)));
    }
    return yaml + String.join("---\n", documents);
  }

  private static List<String> standing(
      RuleSet rules, List<CorrelationTable.Moment> moments, boolean reversed) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      CorrelationTable.Moment moment = moments.get(i);
      Event event = TestEvents.at(moment.second(), "s", i);
      TestEvents.with(event, "kind", moment.rule());
      moment.fields().forEach((name, value) -> TestEvents.with(event, name, value));
      events.add(event);
    }
    if (reversed) {
      Collections.reverse(events);
    }
    DetectionRun run = new DetectionRun(rules);
    Map<String, String> standing = new LinkedHashMap<>();
    events.forEach(event -> run.on(event, detection -> take(detection, standing)));
    return List.copyOf(standing.values());
  }

  private static void take(Detection detection, Map<String, String> standing) {
    if (detection.withdrawn()) {
      standing.remove(detection.id());
    } else {
      standing.put(
          detection.id(),
          CorrelationTable.shown(detection.time().getEpochSecond(), detection.rule().name()));
    }
  }

  /** Each correlation over what the ones before made, group by group. */
  private static List<String> naive(
      CorrelationTable.Entry entry, List<CorrelationTable.Moment> moments) {
    List<CorrelationTable.Moment> items = moments;
    List<String> shown = new ArrayList<>();
    for (CorrelationTable.Section one : entry.correlations()) {
      List<CorrelationTable.Moment> more = new ArrayList<>(items);
      shown.clear();
      Map<List<String>, List<CorrelationTable.Moment>> groups = new HashMap<>();
      for (CorrelationTable.Moment item : items) {
        one.groupOf(item)
            .ifPresent(
                group -> groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(item));
      }
      for (List<CorrelationTable.Moment> group : groups.values()) {
        for (NaiveCorrelation.Reached reached : one.naive().over(one.items(group))) {
          CorrelationTable.Moment last = group.get(reached.position());
          shown.add(CorrelationTable.shown(reached.second(), one.name()));
          more.add(more.indexOf(last), last.as(one.name()));
        }
      }
      items = more;
    }
    return shown;
  }
}
