package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * What a site knows about itself, for judging.
 *
 * @param assets what is watched
 * @param calendar when people work
 * @param exceptions what is expected
 * @param indicators what is known to be hostile
 */
public record SiteFacts(
    Assets assets, DutyCalendar calendar, Exceptions exceptions, Indicators indicators) {
  public SiteFacts {
    Objects.requireNonNull(assets, "assets");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(exceptions, "exceptions");
    Objects.requireNonNull(indicators, "indicators");
  }
}
