package io.zhidun.service.compliance.evidence;

import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.Telemetry.Survey;
import io.zhidun.service.event.EventFacts.Facts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the records of each asset say of its auditing: fields, clock, gaps, age. */
@Component
@Order(10)
class AuditLooks implements Collector {
  private static final double SECONDS_A_DAY = 86_400;

  private final Telemetry telemetry;

  AuditLooks(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Set<String> checks() {
    return Set.of(
        "log-fields",
        "clock-offset",
        "audit-enabled",
        "log-retention",
        "audit-process",
        "boundary-audit");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    Survey survey = telemetry.of(target.system(), target.assets(), target.now());
    for (InventoryAsset asset : target.asked()) {
      Facts facts = survey.of(asset);
      if (facts != null) {
        Map<String, Object> values = values(target.check(), survey, asset, facts);
        if (!values.isEmpty()) {
          boolean all = target.check().equals("log-retention");
          Instant oldest = survey.oldest().get(asset.id());
          Instant from = all && oldest != null ? oldest : survey.from();
          out.accept(new Sight(asset.id(), from, survey.at(), Telemetry.query(asset), values));
        }
      }
    }
  }

  private static Map<String, Object> values(
      String check, Survey survey, InventoryAsset asset, Facts facts) {
    Map<String, Object> values = new HashMap<>();
    switch (check) {
      case "log-fields" -> {
        if (facts.signal("audited") > 0) {
          values.put(
              "fields_complete_percent",
              Rounded.percent(facts.signal("complete"), facts.signal("audited")));
        }
      }
      case "clock-offset" -> put(values, "offset_seconds", survey.offsets().get(asset.id()));
      case "audit-enabled" -> {
        // A source that is silent neither is on nor reports; why is not known here.
        values.put("reporting", survey.speaks(asset));
        if (facts.signal("audited") > 0) {
          values.put("enabled", true);
        }
      }
      case "log-retention" -> {
        Instant oldest = survey.oldest().get(asset.id());
        if (oldest != null) {
          double days = Duration.between(oldest, survey.at()).toSeconds() / SECONDS_A_DAY;
          values.put("oldest_record_days", Rounded.tenths(days));
          values.put("forwarded", true);
        }
      }
      case "audit-process" -> {
        if (facts.events() > 0) {
          values.put("stops", facts.signal("stops"));
          values.put("longest_gap_minutes", Telemetry.longestGapMinutes(facts, survey.at()));
        }
      }
      case "boundary-audit" -> values.put("reporting", survey.speaks(asset));
      default -> {}
    }
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Double value) {
    if (value != null) {
      values.put(name, Rounded.tenths(value));
    }
  }
}
