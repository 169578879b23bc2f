package io.zhidun.simulator.estate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a request to a component went.
 *
 * @param seconds how long the caller waited
 * @param failure why there is no answer, or null when there is one
 */
public record Outcome(double seconds, @Nullable Failure failure) {
  /**
   * @param at the component that failed, seen from below: the deepest one
   * @param status the HTTP status that the system answers its client with
   * @param message as the application log has it
   */
  public record Failure(Component at, int status, String message) {}

  static Outcome answered(double seconds) {
    return new Outcome(seconds, null);
  }

  static Outcome failed(Component at, double seconds, int status, String message) {
    return new Outcome(seconds, new Failure(at, status, at.id() + ": " + message));
  }

  public boolean isFailed() {
    return failure != null;
  }

  public Optional<Failure> reason() {
    return Optional.ofNullable(failure);
  }
}
