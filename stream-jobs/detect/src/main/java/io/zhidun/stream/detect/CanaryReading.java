package io.zhidun.stream.detect;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Event;
import io.zhidun.events.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of canary records, as the normalizer makes them of all others. Belongs to one
 * thread.
 */
final class CanaryReading {
  private String run = "";

  /** Fills {@code event} from the record; null, or why the record is no canary. */
  @Nullable String read(RawRecord raw, Event event) {
    // Else a source that took the reserved name would keep its detections from everybody.
    if (!raw.dataset().equals(CanaryEvent.DATASET)) {
      return "the source name \"" + CanaryEvent.SOURCE + "\" is reserved for canaries";
    }
    try {
      CanaryEvent canary = CanaryEvent.read(raw.value());
      canary.fill(event);
      event.header(raw);
      run = canary.run();
      return null;
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Run of the canary that was read last. */
  String run() {
    return run;
  }
}
