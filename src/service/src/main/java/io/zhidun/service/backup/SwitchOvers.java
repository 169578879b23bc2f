package io.zhidun.service.backup;

import java.time.Instant;
import java.util.Optional;

/** When switching over was last exercised; whoever keeps exercises gives it. */
public interface SwitchOvers {
  /** The end of the last that passed. */
  Optional<Instant> last(String system);
}
