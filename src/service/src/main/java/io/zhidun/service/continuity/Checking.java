package io.zhidun.service.continuity;

import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Does the steps that the platform does by itself. */
@Component
class Checking {
  private final Standing standing;

  Checking(Standing standing) {
    this.standing = standing;
  }

  /** How a check came out. */
  record Seen(boolean good, String words) {}

  /** Looks now; that nothing answers is a result and not an exception. */
  Seen look(Check check, String system, Plan plan) {
    try {
      return judge(check, standing.facts(system), plan);
    } catch (IOException e) {
      return new Seen(false, "could not look: " + e.getMessage());
    }
  }

  static Seen judge(Check check, RecoveryFacts facts, Plan plan) {
    boolean saved = facts.sources() > 0 && facts.unsaved() == 0;
    return switch (check) {
      case NONE -> throw new IllegalArgumentException("people do this step");
      case RECOVERABLE -> {
        Duration exposure = facts.exposure();
        boolean good =
            saved
                && exposure != null
                && exposure.compareTo(Duration.ofMinutes(plan.rpoMinutes())) <= 0;
        yield new Seen(
            good,
            "sources "
                + facts.sources()
                + ", without a backup "
                + facts.unsaved()
                + ", work that would be lost "
                + exposure
                + ", RPO PT"
                + plan.rpoMinutes()
                + "M");
      }
      case OFFSITE -> new Seen(saved && facts.offsite(), "copies elsewhere: " + facts.offsite());
      case DRILLED -> new Seen(facts.drillsPassed(), "drills passed: " + facts.drillsPassed());
      case STANDBY -> {
        Integer nodes = facts.nodes();
        yield new Seen(nodes != null && nodes >= 2, "servers that are ready: " + nodes);
      }
    };
  }
}
