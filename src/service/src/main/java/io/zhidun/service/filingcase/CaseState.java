package io.zhidun.service.filingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Where a case stands in the procedure of Order 77: 待核实, 初步认定, 已通知, 陈述 or 撤回, 认定 or 不认定. */
enum CaseState {
  PENDING,
  PRELIMINARY,
  NOTIFIED,
  ANSWERED,
  WITHDRAWN,
  CONFIRMED,
  DISMISSED;

  /**
   * @throws IllegalArgumentException naming the value when it is none of the seven
   */
  static CaseState of(String label) {
    for (CaseState state : values()) {
      if (state.label().equals(label)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "state \""
            + label
            + "\" is not one of pending, preliminary, notified, answered, withdrawn, confirmed,"
            + " dismissed");
  }

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a reviewer may move the case from here. */
  List<CaseState> allowed() {
    return switch (this) {
      case PENDING -> List.of(PRELIMINARY, DISMISSED);
      case PRELIMINARY -> List.of(NOTIFIED, DISMISSED);
      case NOTIFIED -> List.of(ANSWERED, WITHDRAWN);
      case ANSWERED, WITHDRAWN -> List.of(CONFIRMED, DISMISSED);
      case CONFIRMED, DISMISSED -> List.of();
    };
  }

  boolean closed() {
    return this == CONFIRMED || this == DISMISSED;
  }
}
