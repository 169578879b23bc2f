package io.zhidun.service.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The latest run of a rule's canary.
 *
 * @param id names the run in the events
 * @param epoch of the events sent
 * @param first sequence of the first event
 * @param last sequence of the last event
 * @param firedAt when a run fired last, this one or an earlier
 * @param latency from sending to firing, of that run
 * @param alarm whether a run has been silent and none has fired since
 */
record CanaryRun(
    String ruleId,
    String ruleName,
    String id,
    long epoch,
    long first,
    long last,
    Stage stage,
    Instant sentAt,
    @Nullable Instant firedAt,
    @Nullable Duration latency,
    boolean alarm) {
  /** How far the run is. */
  enum Stage {
    /** About to be sent; where this is found after a start, nobody knows whether it was. */
    SENDING,
    WAITING,
    FIRED,
    SILENT;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** A rule that has been silent stays so for people until it fires, however often it is tried. */
  CanaryState shown() {
    if (alarm) {
      return CanaryState.SILENT;
    }
    return switch (stage) {
      case SENDING, WAITING -> CanaryState.WAITING;
      case FIRED -> CanaryState.FIRED;
      case SILENT -> CanaryState.SILENT;
    };
  }
}
