package io.zhidun.simulator.estate;

import java.util.Locale;

/** What people come for. An outage is told in what of it they cannot do. */
public enum Capability {
  SUBMIT,
  SEARCH,
  PAY,
  REVIEW;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
