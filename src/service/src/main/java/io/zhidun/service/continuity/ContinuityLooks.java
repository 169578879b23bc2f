package io.zhidun.service.continuity;

import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.Collector;
import io.zhidun.service.compliance.evidence.Sight;
import io.zhidun.service.compliance.evidence.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What exercises prove. A switch-over that passed counts until a later one does not: then nobody
 * knows that switching works, and nothing is said. A rehearsal at the table proves nothing.
 */
@Component
@Order(6)
class ContinuityLooks implements Collector {
  private final ExerciseRepository exercises;

  ContinuityLooks(ExerciseRepository exercises) {
    this.exercises = exercises;
  }

  @Override
  public String name() {
    return "exercises";
  }

  @Override
  public Set<String> checks() {
    return Set.of("failover", "dr-site");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) {
    Optional<Exercise> last =
        exercises.lastSwitchOver(target.system().id()).filter(Exercise::isProof);
    Instant ended = last.map(Exercise::endedAt).orElse(null);
    if (ended == null) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    double days = tenths(Math.max(0, Duration.between(ended, target.now()).toMinutes()) / 1_440.0);
    if (target.check().equals("failover")) {
      values.put("failover_drill_age_days", days);
      last.map(Exercise::rto)
          .ifPresent(rto -> values.put("failover_minutes", tenths(rto.toSeconds() / 60.0)));
    } else {
      values.put("switch_drill_age_days", days);
    }
    String query = "switch-over exercise " + last.orElseThrow().id();
    for (InventoryAsset asset : target.asked()) {
      out.accept(new Sight(asset.id(), earlier(ended, target.now()), target.now(), query, values));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
