package io.zhidun.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An actor whose steps and pauses are planned beforehand. */
public final class Script implements Actor {
  private final List<Step> steps;
  private int next;

  private Script(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** How long it takes from its first step to its last when every step is instant. */
  public Duration length() {
    return steps.stream().skip(1).map(Step::pause).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public Optional<Duration> act(Instant now) {
    if (next == steps.size()) {
      return Optional.empty();
    }
    steps.get(next++).action().accept(now);
    return next < steps.size() ? Optional.of(steps.get(next).pause()) : Optional.empty();
  }

  /** Gathers steps in order. */
  public static final class Plan {
    private final List<Step> steps = new ArrayList<>();

    /** Adds a step that happens {@code pause} after the one before; the first does not wait. */
    public Plan after(Duration pause, Consumer<Instant> action) {
      steps.add(new Step(pause, action));
      return this;
    }

    public Plan after(Duration pause, Runnable action) {
      return after(pause, now -> action.run());
    }

    /** Adds a step right after the one before. */
    public Plan now(Runnable action) {
      return after(Duration.ZERO, action);
    }

    public Script script() {
      return new Script(steps);
    }
  }

  private record Step(Duration pause, Consumer<Instant> action) {}
}
