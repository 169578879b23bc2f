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

  /** The rules that are on the class path, if any are. */
  static Optional<FilingRules> installed() {
    return ServiceLoader.load(FilingRules.class).findFirst();
  }
}
