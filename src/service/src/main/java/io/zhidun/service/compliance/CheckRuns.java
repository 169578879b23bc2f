package io.zhidun.service.compliance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.compliance.CheckRunRepository.Run;
import io.zhidun.service.compliance.evidence.Collector;
import io.zhidun.service.compliance.evidence.Sight;
import io.zhidun.service.compliance.evidence.Target;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.web.Problems;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs checks: asks each collector that answers one, each system on its own, within bounded time,
 * and stores what they saw. A collector that fails is counted and keeps no other from being heard.
 */
@Service
class CheckRuns {
  private static final Logger log = LoggerFactory.getLogger(CheckRuns.class);
  private static final String PART = "zhidun-service/";

  /** A collector whose source did not answer is not asked again for so long: others wait behind. */
  private static final Duration AWAY = Duration.ofSeconds(30);

  private final List<Collector> collectors;
  private final Checks checks;
  private final Inventory inventory;
  private final EvidenceStore evidence;
  private final CheckRunRepository runs;
  private final TransactionOperations transaction;
  private final ComplianceProperties properties;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> awayUntil = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "compliance-look");
            thread.setDaemon(true);
            return thread;
          });

  CheckRuns(
      List<Collector> collectors,
      Checks checks,
      Inventory inventory,
      EvidenceStore evidence,
      CheckRunRepository runs,
      TransactionOperations transaction,
      ComplianceProperties properties,
      MeterRegistry meters,
      Clock clock) {
    this.collectors = List.copyOf(collectors);
    this.checks = checks;
    this.inventory = inventory;
    this.evidence = evidence;
    this.runs = runs;
    this.transaction = transaction;
    this.properties = properties;
    this.meters = meters;
    this.clock = clock;
    counted("good");
    counted("failed");
  }

  /** An increase shows only in what was there before: both begin with 0. */
  private Counter counted(String outcome) {
    return meters.counter("zhidun.compliance.check.runs", "outcome", outcome);
  }

  /** What a run of a check came to. */
  record Outcome(int seen, int added, List<String> errors) {}

  Check require(String code) {
    return checks.find(code).orElseThrow(() -> Problems.notFound("there is no check " + code));
  }

  /**
   * Runs a check over all systems.
   *
   * @throws org.springframework.web.ErrorResponseException check-running
   */
  Outcome run(Check check) {
    if (!running.add(check.code())) {
      throw Problems.of(
          HttpStatus.TOO_MANY_REQUESTS, "check-running", "the check " + check.code() + " runs");
    }
    Instant begin = clock.instant();
    long nanos = System.nanoTime();
    List<String> errors = new ArrayList<>();
    int seen = 0;
    int added = 0;
    try {
      for (InventorySystem system : inventory.systems()) {
        Set<String> failed = new LinkedHashSet<>();
        List<Evidence> found = look(check, system, begin, failed, errors);
        seen += found.size();
        added += store(check, system, found, failed);
      }
    } finally {
      running.remove(check.code());
    }
    String error = errors.isEmpty() ? null : String.join("; ", errors);
    runs.note(check.code(), begin, (System.nanoTime() - nanos) / 1_000_000, seen, error);
    counted(errors.isEmpty() ? "good" : "failed").increment();
    return new Outcome(seen, added, errors);
  }

  /** Evidence in which a collector that failed now had its part is not replaced by less. */
  private int store(Check check, InventorySystem system, List<Evidence> found, Set<String> failed) {
    Integer added =
        transaction.execute(
            status -> {
              Map<String, Evidence> latest = evidence.latest(system.id(), check.code());
              int n = 0;
              for (Evidence one : found) {
                Evidence before = latest.get(one.object());
                boolean less =
                    before != null && failed.stream().anyMatch(before.collector()::contains);
                n += !less && evidence.add(one, latest) ? 1 : 0;
              }
              return n;
            });
    return added == null ? 0 : added;
  }

  private List<Evidence> look(
      Check check, InventorySystem system, Instant now, Set<String> failed, List<String> errors) {
    Target target =
        new Target(check.code(), system, inventory.assetsOf(system.id()), check.kinds(), now);
    Map<String, Merged> byObject = new LinkedHashMap<>();
    for (Collector collector : collectors) {
      if (collector.checks().contains(check.code())) {
        String error = ask(collector, target, byObject);
        if (error != null) {
          failed.add(collector.name());
          errors.add(system.id() + "/" + collector.name() + ": " + error);
        }
      }
    }
    List<Evidence> found = new ArrayList<>();
    byObject.forEach(
        (object, merged) -> {
          try {
            found.add(merged.looked(system.id(), object, now).as(check));
          } catch (IllegalArgumentException e) {
            errors.add(system.id() + "/" + object + ": " + e.getMessage());
          }
        });
    return found;
  }

  /** Null, or what went wrong; then nothing of the collector counts. */
  private @Nullable String ask(Collector collector, Target target, Map<String, Merged> byObject) {
    Instant away = awayUntil.getOrDefault(collector.name(), Instant.MIN);
    if (target.now().isBefore(away)) {
      return "did not answer a moment ago";
    }
    List<Sight> sights = new ArrayList<>();
    Future<?> asked =
        threads.submit(
            () -> {
              collector.look(target, sights::add);
              return null;
            });
    try {
      asked.get(properties.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asked.cancel(collector.mayBeInterrupted());
      awayUntil.put(collector.name(), target.now().plus(AWAY));
      return "took longer than " + properties.patience();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      log.debug("{} of {} failed", target.check(), target.system().id(), cause);
      if (cause instanceof IOException) {
        awayUntil.put(collector.name(), target.now().plus(AWAY));
      }
      return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    } catch (InterruptedException e) {
      asked.cancel(collector.mayBeInterrupted());
      Thread.currentThread().interrupt();
      return "interrupted";
    }
    sights.forEach(
        sight ->
            byObject
                .computeIfAbsent(sight.object(), object -> new Merged())
                .add(collector.name(), sight));
    return null;
  }

  /** What several collectors saw at one object; of a value, the first collector's word counts. */
  private static final class Merged {
    private final Set<String> collectors = new LinkedHashSet<>();
    private final Set<String> queries = new LinkedHashSet<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;

    void add(String collector, Sight sight) {
      collectors.add(collector);
      queries.add(sight.query());
      sight.values().forEach(values::putIfAbsent);
      from = sight.from().isBefore(from) ? sight.from() : from;
      to = sight.to().isAfter(to) ? sight.to() : to;
    }

    Looked looked(String system, String object, Instant now) {
      return new Looked(
          PART + String.join("+", collectors),
          system,
          object,
          now.truncatedTo(ChronoUnit.MICROS),
          from.truncatedTo(ChronoUnit.MICROS),
          to.truncatedTo(ChronoUnit.MICROS),
          ColumnText.fit(String.join("; ", queries), 4_000),
          values);
    }
  }

  Duration interval(Check check) {
    return check.every().compareTo(properties.longestInterval()) > 0
        ? properties.longestInterval()
        : check.every();
  }

  boolean isAnswered(Check check) {
    return collectors.stream().anyMatch(one -> one.checks().contains(check.code()));
  }

  List<CheckLine> lines() {
    Map<String, Run> known = runs.all();
    return checks.all().stream().map(check -> line(check, known.get(check.code()))).toList();
  }

  CheckLine line(Check check) {
    return line(check, runs.all().get(check.code()));
  }

  private CheckLine line(Check check, @Nullable Run run) {
    return new CheckLine(
        check.code(),
        check.name(),
        interval(check),
        check.keys().size(),
        isAnswered(check),
        run == null ? null : run.at(),
        run == null ? null : run.durationMillis(),
        run == null ? null : run.evidence(),
        run == null ? null : run.error(),
        run == null ? 0 : run.runs(),
        run == null ? 0 : run.failures(),
        running.contains(check.code()));
  }

  /** Checks that somebody here can answer and whose time has come. */
  List<Check> due(Instant now) {
    Map<String, Run> known = runs.all();
    return checks.all().stream()
        .filter(this::isAnswered)
        .filter(
            check -> {
              Run run = known.get(check.code());
              return run == null || !now.isBefore(run.at().plus(interval(check)));
            })
        .toList();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
