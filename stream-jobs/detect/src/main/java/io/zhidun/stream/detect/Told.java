package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/**
 * What was told behind a checkpoint: each detection once, as it was told last.
 *
 * @param detections withdrawn ones among them
 */
record Told(Collection<Detection> detections) {
  Told {
    Objects.requireNonNull(detections, "detections");
  }

  /** Knows it. */
  interface Source extends Serializable {
    /**
     * @param gone the checkpoint that is gone back to
     * @param since nothing behind the checkpoint was told before this time
     */
    Told behind(Telling gone, Instant since) throws Exception;
  }
}
