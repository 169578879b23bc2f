package io.zhidun.service.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an act ended. */
public enum AuditOutcome {
  SUCCESS,
  FAILURE;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
