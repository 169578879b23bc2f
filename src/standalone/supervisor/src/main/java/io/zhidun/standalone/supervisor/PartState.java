package io.zhidun.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a part is doing. */
enum PartState {
  /** Not started yet, since a part that it needs is not ready. */
  WAITING,
  STARTING,
  RUNNING,
  /** Died; is started again after a wait. */
  BACKOFF,
  /** Could not be started as a process at all; is tried again too. */
  FAILED,
  STOPPING,
  STOPPED;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
