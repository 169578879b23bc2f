package io.zhidun.testkit.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes outages from seeds. What is told is imperfect: a tenth of the alerts is missing, some come
 * late, hosts' clocks differ, unrelated alerts and changes lie between, and the map lacks a tenth
 * of its edges and has some that are wrong. A fault that the plant bears without three alerts (of a
 * queue: one) is made again elsewhere and with more force.
 */
public final class Outages {
  private static final Instant START = Instant.parse("2026-11-25T01:00:00Z");
  private static final int SETTLE = 120;
  private static final int QUIET = 120;
  private static final int FAULT_AT = SETTLE + QUIET + 60;
  private static final int END = FAULT_AT + 180;
  private static final double MISSING = 0.1;

  private final int repeatEvery;

  private Outages(int repeatEvery) {
    this.repeatEvery = repeatEvery;
  }

  /** Alerts are told once, when they begin. */
  public static Outages once() {
    return new Outages(0);
  }

  /** Alerts are told anew every so often while they last, which makes storms of hundreds. */
  public static Outages repeating(Duration every) {
    return new Outages((int) (every.toSeconds() / Plant.STEP));
  }

  public OutageScenario make(long seed, FaultKind kind) {
    for (int attempt = 0; ; attempt++) {
      OutageScenario made = attempt(seed, kind, attempt);
      if (made != null) {
        return made;
      }
      if (attempt > 20) {
        throw new IllegalStateException("seed " + seed + " gives no outage by " + kind);
      }
    }
  }

  private @Nullable OutageScenario attempt(long seed, FaultKind kind, int attempt) {
    SplittableRandom random =
        new SplittableRandom(seed * 1_000_003 + kind.ordinal() * 7_919L + attempt);
    Estate estate = new Estate(random.split());
    Plant plant = estate.plant;
    SplittableRandom running = random.split();
    for (int tick = 0; tick < SETTLE; tick++) {
      plant.step(running);
    }
    Watches watches = new Watches(plant, random.split());
    for (int tick = 0; tick < QUIET; tick++) {
      plant.step(running);
      watches.all().forEach(Watch::learn);
    }
    Fault fault = new Fault(kind, plant, random.split(), 1 + 0.5 * Math.min(attempt, 5));
    Telling telling = new Telling(plant, random.split());
    int begun = 0;
    for (int tick = SETTLE + QUIET; tick < END; tick++) {
      fault.at((tick - FAULT_AT) * Plant.STEP);
      plant.step(running);
      for (Watch watch : watches.all()) {
        boolean begins = watch.begins(tick, running);
        boolean again =
            repeatEvery > 0
                && watch.isFiring()
                && (tick + watch.node.hashCode() % 7) % repeatEvery == 0;
        begun += begins && tick >= FAULT_AT ? 1 : 0;
        if (begins || again) {
          telling.alert(watch.node, watch.signal, watch.severity, time(tick), begins);
        }
      }
    }
    if (begun < (kind == FaultKind.QUEUE_BACKLOG ? 1 : 3)) {
      return null;
    }
    Instant began = time(FAULT_AT);
    for (Fault.Told told : fault.told) {
      boolean change = told.signal().equals("DEPLOYMENT") || told.signal().equals("CONFIGURATION");
      Instant at = began.plusMillis((long) (told.after() * 1_000));
      if (change) {
        telling.change(told.node(), told.signal(), at);
      } else {
        telling.alert(told.node(), told.signal(), 3, at, true);
      }
    }
    telling.noise(began);
    return new OutageScenario(
        seed,
        kind,
        fault.truth,
        began,
        estate.nodes,
        new Misdrawn(estate, random.split()).edges(),
        telling.byArrival(),
        telling.unrelated());
  }

  private static Instant time(int tick) {
    return START.plusMillis((long) (tick * Plant.STEP * 1_000));
  }

  /** The map as it is known. */
  private record Misdrawn(Estate estate, SplittableRandom random) {
    List<MapEdge> edges() {
      List<MapEdge> known = new ArrayList<>();
      List<MapEdge> calls = new ArrayList<>();
      for (MapEdge edge : estate.edges) {
        boolean sure = edge.kind().equals("SERVES");
        if (sure || random.nextDouble() >= 0.1) {
          known.add(edge);
        }
        if (edge.kind().equals("CALLS")) {
          calls.add(edge);
        }
      }
      for (int i = 0; i < calls.size() / 12; i++) {
        String from = calls.get(random.nextInt(calls.size())).from();
        String to = calls.get(random.nextInt(calls.size())).to();
        MapEdge wrong = new MapEdge(from, to, "CALLS");
        if (!from.equals(to) && !estate.edges.contains(wrong) && !known.contains(wrong)) {
          known.add(wrong);
        }
      }
      return known;
    }
  }

  /** What reaches the platform. */
  private static final class Telling {
    private static final List<String> NOISE =
        List.of("LATENCY", "ERRORS", "SATURATION", "LOG", "SECURITY", "RESTART", "SURGE");
    private final Map<String, Double> clocks = new HashMap<>();
    private final Plant plant;
    private final SplittableRandom random;
    private final List<OutageAlert> told = new ArrayList<>();
    private final Set<String> unrelated = new HashSet<>();
    private final Map<String, Boolean> silent = new HashMap<>();

    Telling(Plant plant, SplittableRandom random) {
      this.plant = plant;
      this.random = random;
      for (Server server : plant.servers()) {
        for (Replica replica : server.replicas) {
          clocks.put(replica.id, replica.machine.skew);
        }
      }
      plant.machines.forEach(machine -> clocks.put(machine.id, machine.skew));
    }

    /** A detector that misses once misses all through the outage. */
    void alert(String node, String signal, int severity, Instant at, boolean begins) {
      String key = node + ' ' + signal;
      if (begins && !silent.containsKey(key)) {
        silent.put(key, random.nextDouble() < MISSING);
      }
      if (!silent.getOrDefault(key, false)) {
        tell(node, signal, severity, at);
      }
    }

    void change(String node, String signal, Instant at) {
      if (random.nextDouble() >= MISSING / 2) {
        tell(node, signal, 1, at);
      }
    }

    void noise(Instant began) {
      int related = told.size();
      chance(began);
      told.subList(related, told.size()).forEach(alert -> unrelated.add(alert.id()));
    }

    private void chance(Instant began) {
      List<String> nodes = new ArrayList<>();
      plant.servers().forEach(server -> nodes.add(server.id));
      plant.servers().forEach(server -> server.replicas.forEach(r -> nodes.add(r.id)));
      plant.machines.forEach(machine -> nodes.add(machine.id));
      int alerts = 2 + random.nextInt(8);
      for (int i = 0; i < alerts; i++) {
        Instant at = began.plusSeconds(random.nextInt(1_800) - 900);
        tell(pick(nodes), pick(NOISE), 1 + random.nextInt(3), at);
      }
      int changes = 1 + random.nextInt(6);
      for (int i = 0; i < changes; i++) {
        Instant at = began.plusSeconds(random.nextInt(3_300) - 2_400);
        boolean deployment = random.nextBoolean();
        Server server = plant.services.get(random.nextInt(plant.services.size()));
        tell(server.id, deployment ? "DEPLOYMENT" : "CONFIGURATION", 1, at);
      }
    }

    /** What was told by chance, and changes but the one that is the fault. */
    Set<String> unrelated() {
      return unrelated;
    }

    List<OutageAlert> byArrival() {
      told.sort(Comparator.comparing(OutageAlert::arrives).thenComparing(OutageAlert::id));
      return told;
    }

    private void tell(String node, String signal, int severity, Instant at) {
      double skew = clocks.getOrDefault(node, 0.0);
      Instant stamped = at.plusMillis((long) (skew * 1_000));
      boolean late = random.nextDouble() < 0.05;
      Instant arrives = at.plusMillis(500 + random.nextInt(late ? 110_000 : 8_000));
      String id = String.format(Locale.ROOT, "a-%04d", told.size() + 1);
      told.add(new OutageAlert(id, node, stamped, arrives, signal, severity));
    }

    private <T> T pick(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
