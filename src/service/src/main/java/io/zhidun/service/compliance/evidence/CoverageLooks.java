package io.zhidun.service.compliance.evidence;

import io.zhidun.service.asset.Discovery;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.Telemetry.Survey;
import io.zhidun.service.event.EventFacts.Facts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much of the inventory is heard, and how good the inventory is. */
@Component
@Order(12)
class CoverageLooks implements Collector {
  private final Telemetry telemetry;
  private final Discovery discovery;

  CoverageLooks(Telemetry telemetry, Discovery discovery) {
    this.telemetry = telemetry;
    this.discovery = discovery;
  }

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public Set<String> checks() {
    return Set.of("monitoring-coverage", "central-audit", "asset-register", "asset-marking");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    Instant from = target.now().minus(Telemetry.DAY);
    switch (target.check()) {
      case "asset-register" -> {
        Discovery.Found found = discovery.between(from, target.now());
        out.accept(
            new Sight(
                target.system().id(),
                from,
                target.now(),
                "inventory against host.name of all events",
                Map.of(
                    "unregistered_assets",
                        found.unknown().stream()
                            .map(Discovery.Unknown::name)
                            .sorted()
                            .limit(100)
                            .toList(),
                    "incomplete_assets", incomplete(target.assets()))));
      }
      case "asset-marking" ->
          out.accept(
              new Sight(
                  target.system().id(),
                  target.now(),
                  target.now(),
                  "inventory: data and databases without a data class",
                  Map.of("unmarked_assets", unmarked(target.assets()))));
      default -> heard(target, out);
    }
  }

  private void heard(Target target, Consumer<Sight> out) throws IOException {
    Survey survey = telemetry.of(target.system(), target.assets(), target.now());
    List<InventoryAsset> expected =
        target.assets().stream().filter(InventoryAsset::shouldLog).toList();
    if (expected.isEmpty()) {
      return;
    }
    List<String> silent =
        expected.stream().filter(one -> !survey.speaks(one)).map(InventoryAsset::id).toList();
    double percent = Rounded.percent(expected.size() - silent.size(), expected.size());
    Map<String, Object> values = new HashMap<>();
    if (target.check().equals("monitoring-coverage")) {
      values.put("covered_percent", percent);
      values.put("silent_assets", silent);
    } else {
      values.put("sources_percent", percent);
      survey.oldest().values().stream()
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .ifPresent(
              oldest ->
                  values.put(
                      "oldest_record_days",
                      Rounded.tenths(
                          Duration.between(oldest, survey.at()).toSeconds() / 86_400.0)));
      gap(expected, survey).ifPresent(gap -> values.put("gap_minutes", gap));
    }
    out.accept(
        new Sight(
            target.system().id(),
            survey.from(),
            survey.at(),
            "events of each asset of " + target.system().id() + " that should log",
            values));
  }

  /** The longest silence of any source that was heard at all. */
  private static Optional<Long> gap(List<InventoryAsset> assets, Survey survey) {
    return assets.stream()
        .filter(survey::heard)
        .map(
            asset -> {
              Facts facts = Objects.requireNonNull(survey.of(asset));
              return Telemetry.longestGapMinutes(facts, survey.at());
            })
        .max(Long::compare);
  }

  private static List<String> incomplete(List<InventoryAsset> assets) {
    return assets.stream()
        .filter(
            one ->
                one.owner().isEmpty()
                    || one.location().isEmpty()
                    || one.shouldLog() && one.addresses().isEmpty())
        .map(InventoryAsset::id)
        .toList();
  }

  private static List<String> unmarked(List<InventoryAsset> assets) {
    return assets.stream()
        .filter(one -> holdsData(one) && one.dataClass().isEmpty())
        .map(InventoryAsset::id)
        .toList();
  }

  private static boolean holdsData(InventoryAsset one) {
    return switch (one.kind()) {
      case DATABASE, DATA -> true;
      case HOST, NETWORK_DEVICE, SECURITY_DEVICE, APPLICATION, TERMINAL, ROOM, ORGANISATION ->
          false;
    };
  }
}
