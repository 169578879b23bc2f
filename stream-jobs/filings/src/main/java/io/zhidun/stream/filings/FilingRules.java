package io.zhidun.stream.filings;

import java.io.Serializable;
import java.util.Optional;
import java.util.ServiceLoader;

/** What the job needs of the rules. Each task asks for parts of its own. */
public interface FilingRules extends Serializable {
  /** Reads and writes records; used by one thread. */
  RecordForms forms();

  /** A screen that has seen nothing; used by one thread. */
  Screen screen();

  /** Whether they have all that they need to run. */
  default boolean ready() {
    return true;
  }

  /**
   * Does once for the whole process what would delay the first screen: compiling, dictionaries.
   * Takes seconds; may be called by any thread, at any time, or never.
   */
  default void warmUp() {}

  /** The first rules on the class path that are ready. */
  static Optional<FilingRules> installed() {
    return ServiceLoader.load(FilingRules.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(FilingRules::ready)
        .findFirst();
  }
}
