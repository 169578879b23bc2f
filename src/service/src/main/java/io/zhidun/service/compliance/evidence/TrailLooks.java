package io.zhidun.service.compliance.evidence;

import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.audit.AuditStanding;
import io.zhidun.service.audit.AuditStanding.Reading;
import io.zhidun.service.compliance.evidence.Telemetry.Survey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether what was recorded is still as it was written: the platform's own chained trail, read in
 * the background. The collected logs themselves lie in a search store that can delete them; that is
 * said as it is.
 */
@Component
@Order(16)
class TrailLooks implements Collector {
  private final AuditStanding trail;
  private final Telemetry telemetry;
  private final EvidenceProperties properties;

  TrailLooks(AuditStanding trail, Telemetry telemetry, EvidenceProperties properties) {
    this.trail = trail;
    this.telemetry = telemetry;
    this.properties = properties;
  }

  @Override
  public String name() {
    return "trail";
  }

  @Override
  public Set<String> checks() {
    return Set.of("audit-protection", "change-approval", "remote-maintenance", "integrity-at-rest");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    Optional<Reading> read = trail.last();
    if (target.check().equals("integrity-at-rest")) {
      read.ifPresent(one -> store(target, one, out));
      return;
    }
    Map<String, Object> values = new HashMap<>();
    read.ifPresent(one -> values.put("trail_verified", one.intact()));
    if (target.check().equals("audit-protection")) {
      values.put("deletable", true);
      oldest(target).ifPresent(days -> values.put("oldest_record_days", days));
    }
    if (!values.isEmpty()) {
      out.accept(
          new Sight(
              target.system().id(),
              read.map(Reading::at).orElse(target.now()),
              target.now(),
              read.map(one -> "audit trail " + one.trail() + ", " + one.records() + " records")
                  .orElse("audit trail, not read yet"),
              values));
    }
  }

  private Optional<Double> oldest(Target target) throws IOException {
    Survey survey = telemetry.of(target.system(), target.assets(), target.now());
    return survey.oldest().values().stream()
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(at -> Rounded.tenths(Duration.between(at, survey.at()).toSeconds() / 86_400.0));
  }

  /** The platform's own stores hold the trail, of which every record was just checked. */
  private void store(Target target, Reading read, Consumer<Sight> out) {
    if (!target.system().id().equals(properties.ownSystem())) {
      return;
    }
    for (InventoryAsset asset : target.asked()) {
      if (asset.kind() == AssetKind.DATABASE) {
        out.accept(
            new Sight(
                asset.id(),
                read.at(),
                target.now(),
                "audit trail " + read.trail() + ", " + read.records() + " records",
                Map.of(
                    "verified",
                    read.intact(),
                    "verify_age_days",
                    Rounded.tenths(
                        Duration.between(read.at(), target.now()).toMinutes() / 1_440.0))));
      }
    }
  }
}
