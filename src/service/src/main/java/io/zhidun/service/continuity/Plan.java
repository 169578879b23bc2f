package io.zhidun.service.continuity;

import java.time.Duration;
import java.util.List;

/**
 * How a system is brought back after a disaster. Each change is a new version; none is overwritten.
 *
 * @param level of GB/T 20988 that is aimed at, 1 to 6
 * @param exerciseEveryDays how often switching over is exercised
 * @param steps in the order in which they are done
 * @param rollback the way back, where a step fails
 */
record Plan(
    String title,
    int level,
    int rtoMinutes,
    int rpoMinutes,
    int exerciseEveryDays,
    Declared declared,
    List<Part> roles,
    List<Step> steps,
    List<Step> rollback) {
  Plan {
    roles = List.copyOf(roles);
    steps = List.copyOf(steps);
    rollback = List.copyOf(rollback);
  }

  Duration exerciseEvery() {
    return Duration.ofDays(exerciseEveryDays);
  }

  int plannedMinutes() {
    return steps.stream().mapToInt(Step::minutes).sum();
  }

  /**
   * What nobody can see from here, so that the plan says it: 0 nothing, 1 reserved or in part, 2
   * whole and ready, 3 switched by itself.
   */
  record Declared(int equipment, int network, int site, int support, int operations) {
    static final Declared NONE = new Declared(0, 0, 0, 0, 0);
  }

  /** Who does what; the name is of a person or a post. */
  record Part(String role, String name, String contact) {}

  /**
   * A step.
   *
   * @param responsible one of the plan's roles
   * @param minutes that it is expected to take
   * @param check what the platform looks at by itself; {@link Check#NONE} where people do the step
   * @param service whether the service is back after it: the clock of the RTO stops there
   */
  record Step(
      String title, String detail, String responsible, int minutes, Check check, boolean service) {}
}
