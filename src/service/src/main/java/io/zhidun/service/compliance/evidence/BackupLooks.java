package io.zhidun.service.compliance.evidence;

import io.zhidun.backup.health.SourceState;
import io.zhidun.rules.compliance.judge.Tier;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.BackupStates.Proofs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether what is important is backed up, and whether a backup was ever restored. An asset without
 * a source has no copy that this installation knows; that is a finding only where backups run here.
 */
@Component
@Order(5)
class BackupLooks implements Collector {
  private static final Proofs NOTHING = new Proofs(0, 0, null);

  private final ObjectProvider<BackupStates> backups;

  BackupLooks(ObjectProvider<BackupStates> backups) {
    this.backups = backups;
  }

  @Override
  public String name() {
    return "backups";
  }

  @Override
  public Set<String> checks() {
    return Set.of(
        "backup-job",
        "restore-drill",
        "replication",
        "backup-scope",
        "backup-policy",
        "integrity-at-rest",
        "audit-protection");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    BackupStates states = backups.getIfAvailable();
    if (states == null) {
      return;
    }
    List<SourceState> known =
        states.all().stream().filter(one -> one.system().equals(target.system().id())).toList();
    switch (target.check()) {
      case "backup-scope" ->
          whole(
              target,
              Map.of(
                  "unprotected_assets",
                  target.assets().stream()
                      .filter(one -> needsBackup(one) && of(one, known).isEmpty())
                      .map(InventoryAsset::id)
                      .toList()),
              out);
      case "backup-policy" ->
          whole(
              target,
              Map.of(
                  "policies", known.stream().map(SourceState::tier).distinct().count(),
                  "incomplete_policies", List.of()),
              out);
      case "audit-protection" ->
          known.stream()
              .filter(one -> one.tier().equals(Tier.AUDIT.name()))
              .map(SourceState::lastBackup)
              .flatMap(last -> Optional.ofNullable(last).stream())
              .max(Instant::compareTo)
              .ifPresent(
                  last ->
                      whole(target, Map.of("backup_age_hours", hours(last, target.now())), out));
      default -> each(target, states, known, out);
    }
  }

  private static void each(
      Target target, BackupStates states, List<SourceState> known, Consumer<Sight> out)
      throws IOException {
    for (InventoryAsset asset : target.asked()) {
      Optional<SourceState> source = of(asset, known);
      Proofs proofs = source.isPresent() ? states.proofs(source.get()) : NOTHING;
      Map<String, Object> values =
          switch (target.check()) {
            case "backup-job" -> job(source.orElse(null), proofs, target.now());
            case "restore-drill" ->
                source.map(one -> drill(one, proofs, target.now())).orElse(Map.of());
            case "replication" -> source.map(BackupLooks::replication).orElse(Map.of());
            default -> source.map(one -> integrity(one, target.now())).orElse(Map.of());
          };
      if (!values.isEmpty() && (source.isPresent() || needsBackup(asset))) {
        Instant from =
            source
                .map(SourceState::lastBackup)
                .filter(last -> last.isBefore(target.now()))
                .orElse(target.now());
        out.accept(
            new Sight(
                asset.id(),
                from,
                target.now(),
                source.map(one -> "backups of source " + one.source()).orElse("no source"),
                values));
      }
    }
  }

  private static void whole(Target target, Map<String, Object> values, Consumer<Sight> out) {
    out.accept(
        new Sight(
            target.system().id(),
            target.now(),
            target.now(),
            "sources of backups of system " + target.system().id(),
            values));
  }

  private static boolean needsBackup(InventoryAsset one) {
    return (one.kind() == AssetKind.DATABASE || one.kind() == AssetKind.DATA)
        && one.importance() >= 2;
  }

  static Optional<SourceState> of(InventoryAsset asset, List<SourceState> known) {
    return known.stream()
        .filter(one -> one.source().equals(asset.id()) || asset.addresses().contains(one.source()))
        .findFirst();
  }

  private static Map<String, Object> job(@Nullable SourceState source, Proofs proofs, Instant now) {
    Map<String, Object> values = new HashMap<>();
    Instant last = source == null ? null : source.lastBackup();
    values.put("local_copies", source == null || last == null ? 0 : source.copies());
    values.put(
        "verified",
        source != null && source.lastVerify() != null && source.verifyFaults().isEmpty());
    if (source != null && last != null) {
      // With a log that is archived, work is lost only behind its end.
      Instant until = source.recoverableUntil() == null ? last : source.recoverableUntil();
      values.put("last_success_minutes", minutes(until, now));
    }
    values.put("offsite_copies", proofs.offsiteCopies());
    if (proofs.offsiteSince() != null) {
      values.put("offsite_age_hours", hours(proofs.offsiteSince(), now));
    }
    return values;
  }

  /** That nobody ever tried a restore is known, and is no proof. */
  private static Map<String, Object> drill(SourceState source, Proofs proofs, Instant now) {
    Instant last = source.lastDrill();
    if (last == null) {
      return Map.of("drills", 0);
    }
    Map<String, Object> values = new HashMap<>();
    values.put("drills", proofs.drills());
    boolean passed = source.drillFaults().isEmpty();
    values.put("drill_passed", passed);
    values.put("drill_age_days", Rounded.tenths(minutes(last, now) / 1_440.0));
    if (passed) {
      values.put("rows_lost", 0);
    }
    Duration took = source.drillRto();
    if (took != null) {
      values.put("drill_rto_minutes", Rounded.tenths(took.toSeconds() / 60.0));
    }
    return values;
  }

  private static Map<String, Object> replication(SourceState source) {
    Duration lag = source.replicationLag();
    return lag == null ? Map.of() : Map.of("lag_seconds", lag.toSeconds(), "remote_site", true);
  }

  private static Map<String, Object> integrity(SourceState source, Instant now) {
    Instant last = source.lastVerify();
    return last == null
        ? Map.of()
        : Map.of(
            "verified",
            source.verifyFaults().isEmpty(),
            "verify_age_days",
            Rounded.tenths(minutes(last, now) / 1_440.0));
  }

  private static long minutes(Instant then, Instant now) {
    return Math.max(0, Duration.between(then, now).toMinutes());
  }

  private static double hours(Instant then, Instant now) {
    return Rounded.tenths(minutes(then, now) / 60.0);
  }
}
