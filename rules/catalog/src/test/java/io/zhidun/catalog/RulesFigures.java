package io.zhidun.catalog;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.Explanation;
import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
import io.zhidun.events.RawRecord;
import io.zhidun.events.RuleReference;
import io.zhidun.events.ValueType;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.entity.Entity;
import io.zhidun.rules.entity.EntityHistory;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.sigma.Rule;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Prints the engine's figures; started by hand, see the README. */
public final class RulesFigures {
  private static final int ROUNDS = 5;

  private RulesFigures() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    RuleSet rules = RuleSet.catalog();
    report("catalogue load, ms", (System.nanoTime() - start) / 1e6);
    matching(rules);
    correlating(rules);
    judging(rules);
    if (args.length > 0) {
      start = System.nanoTime();
      RuleSet.Loaded loaded =
          RuleSet.read(java.util.Arrays.stream(args).map(Path::of).toArray(Path[]::new));
      report("rules loaded", loaded.rules().rules().size());
      report("their load, ms", (System.nanoTime() - start) / 1e6);
      start = System.nanoTime();
      loaded.rules().prepare(List.of(new LogSource("process_creation", "windows", "sysmon")));
      report("index of process creation, ms", (System.nanoTime() - start) / 1e6);
      loaded.checks().stream()
          .filter(check -> !check.reasons().isEmpty())
          .forEach(check -> System.out.println(check.status().label() + " " + check.reasons()));
    }
  }

  private static void matching(RuleSet rules) {
    EventMatcher matcher = rules.newMatcher();
    int[] hits = new int[1];
    Event sshd = event(new LogSource(null, "linux", "sshd"), "event.outcome", "unknown");
    Event web =
        event(
            new LogSource("webserver", "nginx", null),
            "url.original",
            "/publications?q=valve%20seat&page=3&size=20&sort=-date");
    Event failure = event(new LogSource(null, "linux", "sshd"), "event.outcome", "failure");
    fastest("match, sshd event without match, ns", n -> matcher.match(sshd, rule -> hits[0]++));
    fastest("match, web event without match, ns", n -> matcher.match(web, rule -> hits[0]++));
    fastest("match, sshd failure, ns", n -> matcher.match(failure, rule -> hits[0]++));
  }

  private static void correlating(RuleSet rules) {
    DetectionRun run = new DetectionRun(rules);
    int[] detections = new int[1];
    int field = FieldNames.id("source.ip");
    byte[][] addresses = new byte[5_000][];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = ("2001:db8::" + Integer.toHexString(i)).getBytes(StandardCharsets.US_ASCII);
    }
    long[] micros = {0};
    fastest(
        "match and correlate, sshd failure of 5,000 addresses, ns",
        n -> {
          micros[0] += 20_000;
          Event event = failureAt(micros[0]);
          event.put(field, ValueType.TEXT, addresses[(int) (micros[0] / 20_000 * 7919 % 5_000)]);
          run.on(event, detection -> detections[0]++);
          if (n % 10_000 == 0) {
            run.advance(micros[0] - 5_000_000);
          }
        });
  }

  private static final Event SCRATCH = new Event();

  private static Event failureAt(long micros) {
    SCRATCH.clear();
    SCRATCH.header(new RawRecord("sshd", "a", "s", 0, micros, micros, null, "UTC", new byte[0]));
    SCRATCH.timeMicros(micros);
    SCRATCH.logSource(new LogSource(null, "linux", "sshd"));
    SCRATCH.put(FieldNames.id("event.action"), "ssh-login");
    SCRATCH.put(FieldNames.id("event.outcome"), "failure");
    SCRATCH.put(FieldNames.id("user.name"), "root");
    SCRATCH.put(FieldNames.id("host.name"), "review-web-01");
    SCRATCH.put(FieldNames.id("event.original"), "x".repeat(170));
    return SCRATCH;
  }

  private static Event event(LogSource logSource, String name, String value) {
    Event event = new Event();
    event.logSource(logSource);
    event.put(FieldNames.id("event.action"), "ssh-login");
    event.put(FieldNames.id(name), value);
    for (int i = event.size(); i < 20; i++) {
      event.put(FieldNames.id("figures.field" + i), "some value number " + i);
    }
    return event;
  }

  private static void judging(RuleSet rules) {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    Judge judge = Judge.compile(Catalog.judgeSources());
    report("judge compile, cold, wall ms", (System.nanoTime() - start) / 1e6);
    report("judge compile, cold, CPU ms of its thread", (cpuNanos() - cpu) / 1e6);
    Assets assets = Catalog.assets();
    DutyCalendar calendar = Catalog.calendar();
    Rule rule = rules.rule("ssh-password-guessing").orElseThrow();
    Detection detection =
        new Detection(
            "d",
            Instant.EPOCH,
            rule.reference(),
            rule.level(),
            Map.of("source.ip", "192.0.2.1"),
            5,
            List.of(),
            rule.tags(),
            Duration.ofMinutes(10),
            0,
            false,
            new Explanation(new BilingualText("", ""), List.of(), null));
    Map<String, String> event = Map.of("host.name", "review-web-01");
    double nanos =
        fastest(
            "decide, ns", n -> judge.decide(detection, event, rule.guidance(), assets, calendar));
    report("decisions per second", 1e9 / nanos);
    histories(detection);
  }

  private static void histories(Detection detection) {
    Entity entity = new Entity(Entity.Kind.ADDRESS, "192.0.2.1");
    for (int count : new int[] {1, 8, EntityHistory.KEPT}) {
      EntityHistory history = EntityHistory.NONE;
      for (int i = 0; i < count; i++) {
        history = history.with(past(detection, i), false);
      }
      EntityHistory kept = history;
      long[] told = {0};
      fastest(
          "tell and keep a history of " + count + ", ns",
          n -> {
            told[0] += kept.upTo(entity, detection).detections();
            told[0] += kept.with(detection, false).isEmpty() ? 1 : 0;
          });
    }
  }

  private static Detection past(Detection like, int number) {
    RuleReference rule = like.rule();
    return new Detection(
        "d" + number,
        like.time().minusSeconds(number + 1),
        new RuleReference(rule.id() + number % 4, rule.name(), rule.version(), rule.title()),
        like.level(),
        like.group(),
        like.count(),
        like.events(),
        like.tags(),
        like.recovery(),
        like.receivedMicros(),
        false,
        like.explanation());
  }

  /** CPU time of this thread: other programs on the machine do not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** CPU nanoseconds a call in the fastest of some rounds of a CPU-second each. */
  private static double fastest(String name, IntConsumer call) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpuNanos();
      int calls = 0;
      while (cpuNanos() - start < 1_000_000_000L) {
        for (int i = 0; i < 1_000; i++) {
          call.accept(calls++);
        }
      }
      best = Math.min(best, (cpuNanos() - start) / (double) calls);
    }
    report(name, best);
    return best;
  }

  private static void report(String name, double value) {
    System.out.printf("%-60s %,.1f%n", name, value);
  }
}
