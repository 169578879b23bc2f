package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.Explanation;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the type, the condition and the order of arrival within the lateness, with settling and
 * storing between: what stands in the end is what a naive recount of all matches in order gives.
 */
class AnyArrivalTest {
  private static final List<String> KINDS = List.of("alpha", "beta", "gamma");
  private static final String BASES =
      OneGroup.base("alpha") + OneGroup.base("beta") + OneGroup.base("gamma");
  private static final int ROUNDS = 150;
  private static final int EVENTS = 80;
  private static final int LATENESS = 40;

  /** An event to be, and where it stands among all in the order of their time. */
  private record Planned(long second, int sequence, String kind, String amount) {
    Event event() {
      return amount.isEmpty()
          ? OneGroup.event(second, sequence, kind)
          : OneGroup.event(second, sequence, kind, "amount", amount);
    }

    NaiveCorrelation.Item item() {
      return new NaiveCorrelation.Item(kind, second, amount.isEmpty() ? null : amount);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_count",
        "value_count",
        "temporal",
        "temporal_ordered",
        "value_sum",
        "value_avg",
        "value_percentile"
      })
  void standsWhatANaiveRecountGives(String type) {
    Random random = new Random(type.hashCode());
    int detections = 0;
    int refusals = 0;
    for (int round = 0; round < ROUNDS; round++) {
      NaiveCorrelation naive = random(random, type);
      List<Fault> faults = RuleParser.parse("test.yml", BASES + naive.yaml()).faults();
      boolean refused = naive.isMetByNothing() || !naive.canBeMet();
      assertThat(faults).as(naive.yaml()).hasSize(refused ? 1 : 0);
      refusals += faults.size();
      if (!refused) {
        detections += compare(random, naive.yaml(), List.of(naive));
      }
    }
    assertThat(detections).isGreaterThan(ROUNDS);
    assertThat(refusals).isBetween(1, ROUNDS * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_count", "temporal", "temporal_ordered"})
  void chainsStandAsANaiveRecountGives(String type) {
    Random random = new Random(type.hashCode());
    int chained = 0;
    for (int round = 0; round < ROUNDS; round++) {
      NaiveCorrelation inner =
          new NaiveCorrelation(
              "inner", innerType(random), List.of("alpha"), 30, Map.of("gte", 3), 0);
      NaiveCorrelation outer =
          new NaiveCorrelation("outer", type, List.of("inner", "beta"), 90, Map.of("gte", 2), 0);
      // The outer one stands first in the file: links must not depend on the order.
      chained += compare(random, outer.yaml() + "---\n" + inner.yaml(), List.of(inner, outer));
    }
    assertThat(chained).isGreaterThan(ROUNDS);
  }

  private static String innerType(Random random) {
    return List.of("event_count", "value_count", "value_sum").get(random.nextInt(3));
  }

  @Test
  void aConditionThatNothingMeetsIsRefusedForThatReason() {
    RuleFile file =
        RuleParser.parse(
            "test.yml",
            new NaiveCorrelation("few", "value_sum", KINDS, 60, Map.of("lt", 5), 0).yaml());
    assertThat(file.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("\"lt 5\"", "nothing matches"))
        .matches(Fault::unsupported);
  }

  /** Runs one random history; returns how many detections stand. */
  private static int compare(Random random, String yaml, List<NaiveCorrelation> correlations) {
    List<Planned> planned = planned(random);
    List<String> expected = expected(planned, correlations);
    List<String> standing = standing(random, yaml, planned);
    assertThat(standing).as(yaml).containsExactlyInAnyOrderElementsOf(expected);
    return expected.size();
  }

  private static List<String> expected(List<Planned> planned, List<NaiveCorrelation> correlations) {
    List<String> expected = new ArrayList<>();
    List<NaiveCorrelation.Item> items = planned.stream().map(Planned::item).toList();
    for (NaiveCorrelation correlation : correlations) {
      Map<Integer, NaiveCorrelation.Reached> byPosition = new HashMap<>();
      for (NaiveCorrelation.Reached reached : correlation.over(items)) {
        byPosition.put(reached.position(), reached);
        expected.add(reached.shown(correlation.name()));
      }
      items = withDetections(items, correlation.name(), byPosition);
    }
    return expected;
  }

  private static List<NaiveCorrelation.Item> withDetections(
      List<NaiveCorrelation.Item> items,
      String name,
      Map<Integer, NaiveCorrelation.Reached> byPosition) {
    List<NaiveCorrelation.Item> more = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      NaiveCorrelation.Reached reached = byPosition.get(i);
      if (reached != null) {
        more.add(new NaiveCorrelation.Item(name, reached.second(), null));
      }
      more.add(items.get(i));
    }
    return more;
  }

  private static List<String> standing(Random random, String yaml, List<Planned> planned) {
    OneGroup group = new OneGroup(BASES + yaml);
    Map<String, String> standing = new LinkedHashMap<>();
    List<Planned> arriving = arriving(random, planned);
    for (int i = 0; i < arriving.size(); i++) {
      for (Detection detection : group.on(arriving.get(i).event())) {
        String before =
            detection.withdrawn()
                ? standing.remove(detection.id())
                : standing.put(detection.id(), shown(detection));
        assertThat(before != null).isEqualTo(detection.withdrawn());
      }
      if (random.nextInt(4) == 0) {
        group.advance(earliest(arriving.subList(i + 1, arriving.size())) - 1);
      }
      if (random.nextInt(4) == 0) {
        group.storeAndRead();
      }
    }
    assertThat(group.correlator.counters().late()).isZero();
    return List.copyOf(standing.values());
  }

  private static String shown(Detection detection) {
    Explanation.Window window =
        Objects.requireNonNull(detection.explanation().window(), "a correlation has a window");
    boolean counts = !window.type().startsWith("value_") || window.type().equals("value_count");
    long count = counts ? window.value() : detection.count();
    return new NaiveCorrelation.Reached(
            0,
            detection.time().getEpochSecond(),
            (int) count,
            detection.explanation().summary().en())
        .shown(detection.rule().name());
  }

  /** Each event comes up to the lateness after its time. */
  private static List<Planned> arriving(Random random, List<Planned> planned) {
    Map<Planned, Long> arrivals = new HashMap<>();
    planned.forEach(event -> arrivals.put(event, event.second + random.nextInt(LATENESS)));
    List<Planned> arriving = new ArrayList<>(planned);
    arriving.sort(Comparator.comparingLong(event -> arrivals.getOrDefault(event, 0L)));
    return arriving;
  }

  private static long earliest(List<Planned> events) {
    return events.stream().mapToLong(Planned::second).min().orElse(Long.MAX_VALUE / 2_000_000);
  }

  private static List<Planned> planned(Random random) {
    List<Planned> planned = new ArrayList<>();
    long second = 1_000;
    for (int i = 0; i < EVENTS; i++) {
      second += random.nextInt(3) == 0 ? 0 : random.nextInt(20);
      planned.add(new Planned(second, i, KINDS.get(random.nextInt(KINDS.size())), amount(random)));
    }
    return planned;
  }

  private static String amount(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "n/a";
      case 2 -> "1,5";
      case 3 -> (random.nextInt(200) - 100) / 10 + ".50";
      case 4 -> "0.1";
      default -> String.valueOf(random.nextInt(12) - 3);
    };
  }

  private static NaiveCorrelation random(Random random, String type) {
    boolean temporal = type.startsWith("temporal");
    int rules = temporal ? 2 + random.nextInt(2) : 1 + random.nextInt(KINDS.size());
    int highest = temporal ? rules + 1 : 8;
    Map<String, Integer> asks = new TreeMap<>();
    List<String> operators = List.of("gt", "gte", "lt", "lte", "eq", "neq");
    int least = temporal ? 0 : 1;
    for (int i = least + random.nextInt(3); i > 0; i--) {
      asks.put(operators.get(random.nextInt(operators.size())), random.nextInt(highest));
    }
    if (asks.isEmpty()) {
      asks.put("gte", rules);
    }
    int percentile = type.equals("value_percentile") ? 1 + random.nextInt(99) : 0;
    return new NaiveCorrelation(
        "random", type, KINDS.subList(0, rules), 20 + random.nextInt(60), asks, percentile);
  }
}
