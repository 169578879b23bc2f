package io.zhidun.service.continuity;

import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.Collector;
import io.zhidun.service.compliance.evidence.Sight;
import io.zhidun.service.compliance.evidence.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What exercises prove. A switch-over that passed counts until a later one does not, which is said
 * as what it is; after one that was aborted nobody knows, and nothing is said. A rehearsal at the
 * table proves nothing.
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
    Exercise last = exercises.lastSwitchOver(target.system().id()).orElse(null);
    Instant ended = last == null ? null : last.endedAt();
    // An aborted one says neither that switching works nor that it does not.
    if (last == null || ended == null || last.state() == Exercise.State.ABORTED) {
      return;
    }
    boolean failover = target.check().equals("failover");
    Map<String, Object> values =
        last.isProof()
            ? passed(failover, last, Duration.between(ended, target.now()))
            : Map.of(failover ? "failover_passed" : "switch_passed", false);
    String query = "switch-over exercise " + last.id();
    for (InventoryAsset asset : target.asked()) {
      out.accept(new Sight(asset.id(), earlier(ended, target.now()), target.now(), query, values));
    }
  }

  private static Map<String, Object> passed(boolean failover, Exercise last, Duration ago) {
    double days = tenths(Math.max(0, ago.toMinutes()) / 1_440.0);
    if (!failover) {
      return Map.of("switch_drill_age_days", days, "switch_passed", true);
    }
    Map<String, Object> values = new HashMap<>();
    values.put("failover_drill_age_days", days);
    values.put("failover_passed", true);
    Duration rto = last.rto();
    if (rto != null) {
      values.put("failover_minutes", tenths(rto.toSeconds() / 60.0));
    }
    return values;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
