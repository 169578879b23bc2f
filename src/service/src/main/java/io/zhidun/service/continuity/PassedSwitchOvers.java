package io.zhidun.service.continuity;

import io.zhidun.service.backup.SwitchOvers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the calendar of backups when switching over is due again. */
@Component
class PassedSwitchOvers implements SwitchOvers {
  private final ExerciseRepository exercises;

  PassedSwitchOvers(ExerciseRepository exercises) {
    this.exercises = exercises;
  }

  @Override
  public Optional<Instant> last(String system) {
    return exercises.lastPassed(system).map(Exercise::endedAt);
  }
}
