package io.zhidun.service.backup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a job is. */
enum JobState {
  /** For a thread. */
  WAITING,
  RUNNING,
  /** It came to a result, which need not be a good one. */
  DONE,
  FAILED,
  /** The service ended meanwhile. */
  INTERRUPTED;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
