package io.zhidun.service.backup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a job does. */
enum JobKind {
  RUN,
  VERIFY,
  DRILL;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
