package io.zhidun.stream.detect;

import io.zhidun.stream.core.JobOptions;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where a job's rules come from.
 *
 * @param site folder of a site's own knowledge, or empty
 * @param kafka bootstrap servers whose rule topic is followed; empty where the rules do not change
 */
record RuleSource(String site, String kafka) implements Serializable {
  private static final long serialVersionUID = 1L;

  RuleSource {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(kafka, "kafka");
  }

  static RuleSource of(JobOptions options) {
    return new RuleSource(options.rules(), options.kafka());
  }
}
