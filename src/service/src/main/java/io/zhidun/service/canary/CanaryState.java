package io.zhidun.service.canary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a rule stands with its canary. */
enum CanaryState {
  /** Has no case that could be sent. */
  NONE,
  /** Has not been tried yet. */
  UNSENT,
  /** Was sent its canary and still has time. */
  WAITING,
  /** Fired on its latest canary. */
  FIRED,
  /** Did not fire in time, and has not fired since. */
  SILENT;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
