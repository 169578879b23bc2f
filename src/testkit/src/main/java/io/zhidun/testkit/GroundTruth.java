package io.zhidun.testkit;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the simulator says happened, to be compared with the alerts that came of it. */
public final class GroundTruth {
  /** Log lines carry whole seconds, so an alert may seem to begin before its attack. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final List<ScriptedAttack> attacks;

  public GroundTruth(List<ScriptedAttack> attacks) {
    this.attacks = List.copyOf(attacks);
  }

  /**
   * @param file {@code ground-truth.ndjson}; an attack under way has no line yet
   */
  public static GroundTruth read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return new GroundTruth(
          lines.map(line -> Json.mapper().readValue(line, ScriptedAttack.class)).toList());
    }
  }

  public List<ScriptedAttack> attacks() {
    return attacks;
  }

  /** Attacks that must have set off an alert and did not. */
  public List<ScriptedAttack> missing(List<Alert> alerts) {
    return attacks.stream()
        .filter(ScriptedAttack::mustFire)
        .filter(attack -> alerts.stream().noneMatch(alert -> explains(attack, alert)))
        .toList();
  }

  /** Alerts that no attack explains, or that an attack says must not be. */
  public List<Alert> unexpected(List<Alert> alerts) {
    return alerts.stream()
        .filter(
            alert ->
                attacks.stream().noneMatch(attack -> attack.mustFire() && explains(attack, alert)))
        .toList();
  }

  /** An alert that is still open gathers several attacks of the same group. */
  private static boolean explains(ScriptedAttack attack, Alert alert) {
    return attack.rule().equals(alert.rule().name())
        && alert.group().entrySet().containsAll(attack.expectedGroup().entrySet())
        && !alert.firstSeen().isAfter(attack.finished().plus(TOLERANCE))
        && !alert.lastSeen().isBefore(attack.started().minus(TOLERANCE));
  }
}
