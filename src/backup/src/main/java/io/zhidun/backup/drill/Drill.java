package io.zhidun.backup.drill;

import io.zhidun.backup.drill.DrillRecord.CheckResult;
import io.zhidun.backup.drill.DrillRecord.Comparison;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a trial, compares, measures and keeps the record. That a restore fails is a result and not
 * an exception.
 */
public final class Drill {
  private final Repository repository;
  private final Clock clock;

  public Drill(Repository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * @param id of the drill's record
   * @param by who asked for it
   * @param recoverableUntil up to when work could be brought back when the drill began
   * @param progress is told of the backup's bytes as they are restored
   */
  public DrillRecord run(
      String id,
      String by,
      Manifest manifest,
      Tier tier,
      Trial trial,
      List<SqlCheck> checks,
      @Nullable Instant recoverableUntil,
      Path scratch,
      ProgressMeter progress)
      throws IOException, InterruptedException {
    StopWatch watch = new StopWatch(clock);
    Findings findings = new Findings();
    try (Trial.Restored restored = trial.restore(repository, manifest, scratch, watch, progress)) {
      findings.compare(manifest.facts().measures(), restored.measure());
      watch.done("compare");
      for (SqlCheck check : checks) {
        findings.check(check, restored);
      }
    } catch (IOException | IllegalStateException e) {
      watch.done("failed");
      findings.faults.add("the restore failed: " + e.getMessage());
    }
    DrillRecord record = record(id, by, manifest, tier, recoverableUntil, watch, findings);
    keep(record);
    return record;
  }

  private DrillRecord record(
      String id,
      String by,
      Manifest manifest,
      Tier tier,
      @Nullable Instant recoverableUntil,
      StopWatch watch,
      Findings findings) {
    Duration rto = watch.total();
    Duration rpo =
        recoverableUntil == null ? null : Duration.between(recoverableUntil, watch.started());
    if (tier.rto() != null && rto.compareTo(tier.rto()) > 0) {
      findings.faults.add("the restore took " + rto + ", RTO is " + tier.rto());
    }
    if (rpo != null && rpo.compareTo(tier.rpo()) > 0) {
      findings.faults.add("work of " + rpo + " would have been lost, RPO is " + tier.rpo());
    }
    return new DrillRecord(
        DrillRecord.FORMAT,
        id,
        manifest.heading().system(),
        manifest.heading().source(),
        manifest.id(),
        tier.name(),
        manifest.heading().policyVersion(),
        by,
        watch.started(),
        clock.instant(),
        watch.steps(),
        rto,
        tier.rto(),
        rpo,
        tier.rpo(),
        findings.comparisons,
        findings.checks,
        findings.faults);
  }

  private void keep(DrillRecord record) throws IOException {
    repository.storeSigned(
        folder(record.system(), record.source()) + record.id() + ".json",
        Json.mapper().writeValueAsBytes(record),
        record.finished());
  }

  static String folder(String system, String source) {
    return "drills/" + system + '/' + source + '/';
  }

  /** The newest drill of a source, proven to be as it was recorded. */
  public @Nullable DrillRecord last(String system, String source) throws IOException {
    List<String> names = repository.listSigned(folder(system, source));
    if (names.isEmpty()) {
      return null;
    }
    byte[] json = repository.readSigned(names.get(names.size() - 1));
    return Json.mapper().readValue(json, DrillRecord.class);
  }

  private static final class Findings {
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    void compare(List<Measure> expected, List<Measure> found) {
      Map<String, Measure> byName = new TreeMap<>();
      found.forEach(measure -> byName.put(measure.name(), measure));
      if (expected.isEmpty()) {
        faults.add("nothing was counted when the backup was made, so nothing can be compared");
      }
      for (Measure measure : expected) {
        Measure there = byName.remove(measure.name());
        long rows = there == null ? -1 : there.rows();
        boolean equal = measure.equals(there);
        comparisons.add(new Comparison(measure.name(), measure.rows(), rows, equal));
        if (!equal) {
          faults.add(words(measure, there));
        }
      }
      byName.keySet().forEach(name -> faults.add(name + " was not there at backup time"));
    }

    private static String words(Measure measure, @Nullable Measure there) {
      if (there == null) {
        return measure.name() + " is missing";
      }
      if (there.rows() != measure.rows()) {
        return measure.name() + " has " + there.rows() + " rows of " + measure.rows();
      }
      return measure.name() + " has the same number of rows and another content";
    }

    void check(SqlCheck check, Trial.Restored restored) throws IOException, InterruptedException {
      String found = restored.ask(check);
      boolean holds = Objects.equals(found, check.expected());
      checks.add(new CheckResult(check.sql(), check.expected(), found, holds));
      if (!holds) {
        faults.add(
            "\"" + check.sql() + "\" gives \"" + found + "\" and not \"" + check.expected() + '"');
      }
    }
  }
}
