package io.zhidun.rules.filings.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who represents the applicant.
 *
 * @param code five digits for a patent agency, or null
 */
public record Agency(String name, @Nullable String code, List<Agent> agents) {

  public Agency {
    agents = List.copyOf(agents);
  }

  public String key() {
    return code != null ? code : name;
  }
}
