package io.zhidun.service.continuity;

import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which systems have a plan that was not proven for too long. */
@Component
class Overdue {
  private final Inventory inventory;
  private final PlanRepository plans;
  private final ExerciseRepository exercises;
  private final Clock clock;

  Overdue(Inventory inventory, PlanRepository plans, ExerciseRepository exercises, Clock clock) {
    this.inventory = inventory;
    this.plans = plans;
    this.exercises = exercises;
    this.clock = clock;
  }

  /**
   * A system whose exercise is late.
   *
   * @param since when it should have been
   */
  record Late(String system, Instant since) {}

  List<Late> all() {
    List<Late> late = new ArrayList<>();
    for (InventorySystem system : inventory.systems()) {
      due(system.id())
          .filter(due -> clock.instant().isAfter(due))
          .ifPresent(due -> late.add(new Late(system.id(), due)));
    }
    return late;
  }

  /**
   * When the next exercise is due: from the last that passed, else from the plan's first version.
   * Empty without a plan. One that failed proves nothing and puts nothing off.
   */
  Optional<Instant> due(String system) {
    List<PlanVersion> versions = plans.all(system);
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    Instant from =
        exercises
            .lastPassed(system)
            .map(Exercise::endedAt)
            .orElse(versions.get(versions.size() - 1).madeAt());
    return Optional.of(from.plus(versions.get(0).plan().exerciseEvery()));
  }
}
